package lectern.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.protocol.material.Tiling;

/// The files of the lesson that boards show, at the server. Each call returns at once; what comes of it comes on any thread.
/// What fails, fails with a message for people. A result that is cancelled (by its `toCompletableFuture`) isn't wanted any
/// more: what was asked for it may be given up.
public interface BoardFiles {
    /// Puts a picture there, unless it is there already.
    CompletionStage<AssetId> upload(byte[] file);

    CompletionStage<byte[]> asset(AssetId id);

    /// A film or a sound, as a file of this machine, which may be gone the next time.
    ///
    /// @param received how many bytes are here; on any thread, until it is whole
    CompletionStage<Path> clip(AssetId id, LongConsumer received);

    /// The whole picture of a document's page, where [Tiling] doesn't cut it: a PNG or JPEG file.
    CompletionStage<byte[]> picture(AssetId document, int number, int level);

    /// One square of it, where it is cut.
    CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row);

    /// The words and links of a document's page.
    CompletionStage<PageText> text(AssetId document, int number);

    /// The pages that have these words, of those this person sees, in the board's order.
    CompletionStage<List<Hit>> search(String query);
}
