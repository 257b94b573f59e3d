package lectern.sfu.io;

/// What a port has done since it was opened.
///
/// @param received    datagrams handed on
/// @param receiveCalls system calls that brought them
/// @param oversized   datagrams longer than a ring slot, dropped
/// @param unknown     datagrams dropped because no path was free for their sender
/// @param sent        datagrams given to the kernel
/// @param sendCalls   system calls that did
/// @param bursts      messages that left as several datagrams (GSO)
/// @param sendFull    datagrams dropped because the socket's buffer stayed full
/// @param sendFailed  datagrams the kernel refused (no route, too long, forbidden), or for a path that isn't UDP
public record UdpStats(long received, long receiveCalls, long oversized, long unknown, long sent, long sendCalls,
        long bursts, long sendFull, long sendFailed) {}
