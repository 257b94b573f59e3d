/// Datagrams between one UDP socket and off-heap memory: by system calls in batches on Linux, by NIO elsewhere.
@NullMarked
package lectern.sfu.io;

import org.jspecify.annotations.NullMarked;
