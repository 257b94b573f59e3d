package lectern.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import lectern.protocol.board.AssetId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// The pictures and documents that go into one PDF, each of them once. What can't be read is as if it weren't there.
final class PdfSources implements AutoCloseable {
    private final Assets assets;
    private final Map<AssetId, @Nullable PDImageXObject> images = new HashMap<>();
    private final Map<AssetId, @Nullable PDDocument> documents = new HashMap<>();

    PdfSources(Assets assets) {
        this.assets = assets;
    }

    @Nullable
    PDImageXObject image(PDDocument into, AssetId asset) {
        if (!images.containsKey(asset)) images.put(asset, read(into, asset));
        return images.get(asset);
    }

    @Nullable
    PDDocument document(AssetId asset) {
        if (!documents.containsKey(asset)) documents.put(asset, open(asset));
        return documents.get(asset);
    }

    private @Nullable PDImageXObject read(PDDocument into, AssetId asset) {
        byte[] bytes = assets.find(asset);
        if (bytes == null) return null;
        try {
            if (PictureKind.of(bytes) == PictureKind.JPEG) return JPEGFactory.createFromByteArray(into, bytes);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null ? null : LosslessFactory.createFromImage(into, image);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private @Nullable PDDocument open(AssetId asset) {
        byte[] bytes = assets.find(asset);
        if (bytes == null) return null;
        try {
            return Loader.loadPDF(bytes);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        for (PDDocument document : documents.values()) if (document != null) document.close();
    }
}
