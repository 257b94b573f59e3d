package lectern.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Joins of the app: the real window on a screen of its own, the buttons' code, the media engine as the lobby left it.
final class AppJoins {
    private AppJoins() {
    }

    static List<Map<String, Double>> run(String link, int times, long deadlineNs) throws IOException {
        var joins = new ArrayList<Map<String, Double>>();
        try (var display = Display.open();
                var app = Child.program(display, "lectern.app.Rehearsal", link, "" + times)) {
            while (joins.size() < times && (joins.isEmpty() || System.nanoTime() - deadlineNs < 0)) {
                joins.add(steps(JsonMapper.shared().readTree(app.line())));
                Join.progress("app", joins);
            }
        }
        return joins;
    }

    private static Map<String, Double> steps(JsonNode report) {
        if (report.isNull())
            return Map.of();
        JsonNode at = report.get("steps");
        double decodeMs = 0;
        for (JsonNode participant : report.get("participants"))
            decodeMs = Math.max(decodeMs, participant.get("decodeMs").asDouble());
        double firstFrameMs = at.get("firstFrameMs").asDouble();
        var steps = new LinkedHashMap<String, Double>();
        steps.put("tcp", at.get("tcpMs").asDouble());
        steps.put("tls", at.get("tlsMs").asDouble());
        steps.put("webSocket", at.get("webSocketMs").asDouble());
        steps.put("join", at.get("welcomeMs").asDouble());
        steps.put("ice", at.get("downPathMs").asDouble());
        steps.put("dtls", at.get("downConnectedMs").asDouble());
        steps.put("keyFrame", firstFrameMs - decodeMs);
        steps.put("decode", firstFrameMs);
        steps.put("paint", at.get("paintMs").asDouble());
        return steps;
    }
}
