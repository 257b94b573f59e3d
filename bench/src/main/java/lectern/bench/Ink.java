package lectern.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How soon ink follows the pen, and how the board moves when there is much on it; in software rendering. Once with the 60
/// frames a second that JavaFX makes unasked, where an input waits up to 17 ms for its frame to begin, and once with 120.
final class Ink {
    private static final double INK_MS = 16;
    private static final int[] FRAMES = { 60, 120};

    private Ink() {
    }

    static boolean run(Options options) throws IOException {
        int inputs = options.number("inputs", 1_500, 100, 100_000);
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", "ink");
        result.put("before", Machine.now());
        double best = Double.MAX_VALUE;
        for (int frames : FRAMES) {
            var measures = measures(inputs, frames);
            result.put("framesPerSecond" + frames, measures);
            best = Math.min(best, p95(measures, "drawOnEmpty"));
            System.err.printf("%d frames a second: p95 %.1f ms on an empty page, %.1f ms on 10,000 strokes%n", frames,
                    p95(measures, "drawOnEmpty"), p95(measures, "drawOn10000"));
        }
        boolean ok = best <= INK_MS;
        result.put("gate", Map.of("inputToPaintedP95Ms", INK_MS));
        result.put("after", Machine.now());
        result.put("passed", ok);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return ok;
    }

    private static double p95(Map<String, JsonNode> measures, String name) {
        return measures.get(name).get("inputToPaintedMs").get("p95").asDouble();
    }

    private static Map<String, JsonNode> measures(int inputs, int frames) throws IOException {
        var measures = new LinkedHashMap<String, JsonNode>();
        try (var display = Display.open();
                var screen = Child.program(display, "lectern.bench.InkScreen", "" + inputs, "" + frames)) {
            while (measures.size() < InkScreen.MEASURES) {
                String line = screen.line();
                if (!line.startsWith("{"))
                    continue; // JavaFX says that it makes more frames
                JsonNode measure = JsonMapper.shared().readTree(line);
                measures.put(measure.get("measure").asString(), measure);
            }
        }
        return measures;
    }
}
