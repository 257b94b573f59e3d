/// The media plane without its shell: packets and time come in, packets go into the outbox. Owned by the loop's thread; no
/// socket, thread, lock or clock in here.
@NullMarked
package lectern.sfu.core;

import org.jspecify.annotations.NullMarked;
