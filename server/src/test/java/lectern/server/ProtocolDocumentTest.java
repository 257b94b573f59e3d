package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import lectern.protocol.Reason;
import org.junit.jupiter.api.Test;

/// `docs/protocol.md` leaves nothing out.
class ProtocolDocumentTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyExampleAndEveryReasonIsInIt() throws Exception {
        String document = Files.readString(ROOT.resolve("docs/protocol.md"));
        var missing = new TreeSet<String>();
        for (String folder : new String[]{ "client", "server", "event"})
            for (String name : examples(folder))
                if (!document.contains("*" + folder + "/" + name + "*")) missing.add(folder + "/" + name);
        for (Reason reason : Reason.values()) {
            String word = Reason.class.getField(reason.name()).getAnnotation(JsonProperty.class).value();
            if (!document.contains("`" + word + "`")) missing.add(word);
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private static TreeSet<String> examples(String folder) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files
                .list(ROOT.resolve("protocol/src/main/resources/lectern/protocol/golden").resolve(folder))) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
        }
        return names;
    }
}
