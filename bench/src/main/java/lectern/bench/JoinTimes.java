package lectern.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long joins took, from the click to the first picture of somebody else.
///
/// @param failed joins that brought no picture
/// @param first  of this client, when nothing was warm
/// @param firstSteps what each step of that took, from the end of the one before; in their order
/// @param steps  medians of what each step took
record JoinTimes(int joins, int failed, double p50Ms, double p95Ms, double bestMs, double worstMs, double firstMs,
        Map<String, Double> firstSteps, Map<String, Double> steps, List<Double> allMs) {
    /// @param joins what was reached when, in ms since the click, in the steps' order; an empty one is a join without picture
    static JoinTimes of(List<Map<String, Double>> joins) {
        var good = joins.stream().filter(join -> !join.isEmpty()).toList();
        if (good.isEmpty())
            throw new IllegalStateException("no join brought a picture");
        var took = new LinkedHashMap<String, List<Double>>();
        var totals = new ArrayList<Double>();
        for (var join : good) {
            double before = 0;
            for (var step : join.entrySet()) {
                double at = Math.max(before, step.getValue()); // some happen side by side
                took.computeIfAbsent(step.getKey(), _ -> new ArrayList<>()).add(at - before);
                before = at;
            }
            totals.add(before);
        }
        var firstSteps = new LinkedHashMap<String, Double>();
        took.forEach((name, times) -> firstSteps.put(name, tenth(times.getFirst())));
        var steps = new LinkedHashMap<String, Double>();
        took.forEach((name, times) -> steps.put(name, tenth(quantile(times, 0.5))));
        return new JoinTimes(joins.size(), joins.size() - good.size(), tenth(quantile(totals, 0.5)),
                tenth(quantile(totals, 0.95)), tenth(quantile(totals, 0)), tenth(quantile(totals, 1)),
                tenth(totals.getFirst()), firstSteps, steps, totals.stream().map(JoinTimes::tenth).toList());
    }

    /// By nearest rank.
    static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
