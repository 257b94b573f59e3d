package lectern.bench;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a forwarded packet costs: our whole path (receive, unprotect, look up, rewrite, protect, send; with all
/// bookkeeping, reports and timers) beside the floor in C, in turn, one publisher to 50 subscribers.
///
/// `single`: packets arrive one by one, each is one batch. `burst4`: four arrive together, as the packets of a frame do,
/// and leave as one GSO message a subscriber; the floor does the same. The gate is on `single`.
final class Forward {
    private static final int SUBSCRIBERS = 50;
    private static final int PAYLOAD_BYTES = 1_200;
    private static final double MAX_RATIO = 1.5;
    private static final double MAX_BYTES = 64;
    /// The compilers are done with the path after about half of this.
    private static final int WARM_UP_PACKETS = 24_000;

    /// @param ratio          of the medians
    /// @param ratioOfMins    of the undisturbed rounds
    /// @param allocatedBytes by the loop's thread, a packet, median
    record Case(int burst, Spread cNs, Spread javaNs, double ratio, double ratioOfMins, Spread allocatedBytes) {}

    record Result(String measure, int subscribers, int payloadBytes, int rounds, int packetsPerRound, String io,
            String srtp, Case single, Case burst4, Map<String, Double> gate, boolean passed) {}

    private Forward() {
    }

    static boolean run(Options options) throws Exception {
        int rounds = options.number("rounds", 9, 1, 1_000);
        int packets = options.number("packets", 4_000, 100, 1_000_000);
        Floor.build();
        try (var one = new ForwardPath(SUBSCRIBERS, PAYLOAD_BYTES, 1);
                var four = new ForwardPath(SUBSCRIBERS, PAYLOAD_BYTES, 4)) {
            one.check();
            four.check();
            one.run(WARM_UP_PACKETS);
            four.run(WARM_UP_PACKETS);
            Case single = compare(one, 1, rounds, packets);
            Case burst4 = compare(four, 4, rounds, packets);
            boolean passed = single.ratio <= MAX_RATIO && single.allocatedBytes.median() <= MAX_BYTES;
            System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Result("forward", SUBSCRIBERS, PAYLOAD_BYTES, rounds,
                            packets * SUBSCRIBERS, one.io(), one.srtp(), single, burst4,
                            Map.of("ratio", MAX_RATIO, "allocatedBytes", MAX_BYTES), passed)));
            return passed;
        }
    }

    private static Case compare(ForwardPath path, int burst, int rounds, int packets) throws Exception {
        double[] c = new double[rounds];
        double[] java = new double[rounds];
        double[] bytes = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            c[round] = Floor.measure(packets, burst, SUBSCRIBERS, PAYLOAD_BYTES);
            ForwardPath.Cost cost = path.run(packets);
            java[round] = cost.cpuNs();
            bytes[round] = cost.allocatedBytes();
        }
        Spread cNs = Spread.of(c);
        Spread javaNs = Spread.of(java);
        return new Case(burst, cNs, javaNs, Spread.round(javaNs.median() / cNs.median()),
                Spread.round(javaNs.min() / cNs.min()), Spread.of(bytes));
    }
}
