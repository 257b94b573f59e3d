package lectern.signaling;

import java.io.IOException;
import java.util.function.Consumer;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.DocumentReport;
import okhttp3.Response;
import okio.BufferedSource;

/// A document that the server opens: what it reports, line by line, until the last word. Where the line breaks it is asked again, and
/// the server goes on where it is by then.
final class Opening {
    static DocumentReport run(FileLine line, Errand errand, AssetId document, Consumer<DocumentReport.Reading> progress)
            throws IOException {
        while (true) {
            try (Response response = FileLine.accepted(errand.send(line.to("/document/" + document.value())))) {
                BufferedSource in = response.body().source();
                while (!in.exhausted()) {
                    String text = in.readUtf8LineStrict(Limits.SERVER_MESSAGE_BYTES);
                    if (text.isBlank()) continue;
                    errand.progressed();
                    DocumentReport report = Errand.understood(() -> Json.readReport(text));
                    if (!(report instanceof DocumentReport.Reading reading)) return report;
                    progress.accept(reading);
                }
                throw new IOException("the server stopped in the middle of its report");
            } catch (IOException e) {
                errand.pause(e);
            }
        }
    }

    private Opening() {}
}
