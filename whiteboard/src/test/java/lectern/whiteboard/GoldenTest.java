package lectern.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples that Java and JavaScript share: what the code does is what stands in the files.
class GoldenTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FOLDER = "lectern/whiteboard/golden/";

    @ParameterizedTest
    @ValueSource(strings = { "ink", "apply", "rebase", "undo", "outline", "hits", "erase", "clips"})
    void javaDoesWhatTheFileSays(String name) throws IOException {
        JsonNode does = MAPPER.readTree(MAPPER.writeValueAsString(switch (name) {
            case "ink" -> GoldenInk.cases();
            case "apply" -> GoldenPages.apply();
            case "rebase" -> GoldenPages.rebase();
            case "undo" -> GoldenUndo.cases();
            case "outline" -> GoldenInk.outlines();
            case "hits" -> GoldenHits.cases();
            case "erase" -> GoldenHits.erasings();
            case "clips" -> GoldenClips.cases();
            default -> throw new IllegalArgumentException(name);
        }));
        if ("write".equals(System.getProperty("lectern.golden")))
            Files.writeString(Path.of("src/main/resources/" + FOLDER + name + ".json"),
                    MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(does) + "\n");
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/" + FOLDER + name + ".json"))) {
            JsonNode says = MAPPER.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            assertAlike(name, says, does);
        }
    }

    private static void assertAlike(String where, JsonNode says, JsonNode does) {
        if (says.isNumber() && does.isNumber()) {
            assertEquals(says.doubleValue(), does.doubleValue(), 1e-6, where);
            return;
        }
        assertEquals(says.getNodeType(), does.getNodeType(), where);
        if (!says.isContainer()) {
            assertEquals(says, does, where);
            return;
        }
        assertEquals(says.size(), does.size(), where + ": how many");
        if (says.isArray())
            for (int i = 0; i < says.size(); i++) assertAlike(where + "[" + i + "]", says.get(i), does.get(i));
        else
            for (String field : says.propertyNames())
                assertAlike(where + "." + field, says.get(field), does.path(field));
    }
}
