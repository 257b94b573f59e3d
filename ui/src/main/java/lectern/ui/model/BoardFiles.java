package lectern.ui.model;

import java.util.concurrent.CompletionStage;
import lectern.protocol.board.AssetId;

/// The files of the lesson that boards show, at the server. Each call returns at once; what comes of it comes on any thread.
public interface BoardFiles {
    /// Puts a picture there, unless it is there already. Fails with a message for people when it is refused.
    CompletionStage<AssetId> upload(byte[] file);

    CompletionStage<byte[]> asset(AssetId id);
}
