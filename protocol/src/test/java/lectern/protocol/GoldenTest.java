package lectern.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// The golden files are the wire format: each is read and written back as it stood. The browser's tests read the same.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/main/resources/lectern/protocol/golden");
    private static final JsonMapper TREE = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyExampleSurvivesTheRoundTrip() throws IOException {
        return Stream.of(
                examples("client", json -> Json.write(Json.readClient(json))),
                examples("server", json -> Json.write(Json.readServer(json))),
                examples("event", json -> Json.write(Json.readEvent(json)))).flatMap(Function.identity());
    }

    @Test
    void everyMessageHasAnExample() throws IOException {
        assertEquals(typesOf(ClientMessage.class), typesIn("client"));
        assertEquals(typesOf(ServerMessage.class), typesIn("server"));
        assertEquals(typesOf(RoomEvent.class), typesIn("event"));
    }

    private static Stream<DynamicTest> examples(String folder, Function<String, String> roundTrip) throws IOException {
        return files(folder).map(file -> DynamicTest.dynamicTest(folder + "/" + file.getFileName(), () -> {
            String json = Files.readString(file);
            assertEquals(normal(json), normal(roundTrip.apply(json)));
        }));
    }

    /// Sets have no order on the wire.
    private static Object normal(String json) {
        return sorted(TREE.readValue(json, Object.class));
    }

    private static Object sorted(Object node) {
        return switch (node) {
            case java.util.Map<?, ?> map -> map.entrySet().stream().filter(e -> e.getValue() != null)
                    .collect(Collectors.toMap(e -> e.getKey(), e -> sorted(e.getValue())));
            case java.util.List<?> list -> list.stream().map(GoldenTest::sorted).map(String::valueOf).sorted().toList();
            default -> node;
        };
    }

    private static TreeSet<String> typesOf(Class<?> sealed) {
        return leaves(sealed).map(c -> c.getAnnotation(JsonTypeName.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenTest::leaves)
                : Stream.of(type);
    }

    private static TreeSet<String> typesIn(String folder) throws IOException {
        var types = new TreeSet<String>();
        try (var files = files(folder)) {
            for (Path file : (Iterable<Path>) files::iterator)
                types.add(TREE.readTree(Files.readString(file)).get("type").asString());
        }
        return types;
    }

    private static Stream<Path> files(String folder) throws IOException {
        return Files.list(GOLDEN.resolve(folder)).sorted();
    }
}
