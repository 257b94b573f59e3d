/// RTP and RTCP as bytes and as state: readers over off-heap memory that allocate nothing, writers into it, and the
/// bookkeeping of one received stream (gaps, reports, feedback). No sockets, threads or clocks; time comes in.
@NullMarked
package lectern.sfu.rtp;

import org.jspecify.annotations.NullMarked;
