package lectern.protocol.material;

import lectern.protocol.Check;
import lectern.protocol.board.AssetId;

/// The answer to an upload that is complete.
///
/// @param kind of the file by its first bytes, as its name would end: `pdf`, `png`, `mp4`
public record Uploaded(AssetId asset, String kind) {
    public Uploaded {
        Check.present("asset", asset);
        Check.present("kind", kind);
    }
}
