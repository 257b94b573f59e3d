package lectern.sfu.io;

/// The counters behind [UdpStats]; written and read by the port's own thread.
final class UdpCounters {
    long received;
    long receiveCalls;
    long oversized;
    long unknown;
    long sent;
    long sendCalls;
    long bursts;
    long sendFull;
    long sendFailed;

    UdpStats snapshot() {
        return new UdpStats(received, receiveCalls, oversized, unknown, sent, sendCalls, bursts, sendFull, sendFailed);
    }
}
