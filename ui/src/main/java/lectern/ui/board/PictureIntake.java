package lectern.ui.board;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.ui.model.BoardModel;

/// Pictures and texts that are pasted or dropped on the board.
final class PictureIntake {
    private static final double MOST_OF_VIEW = 0.6;
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif");

    private final BoardSurface surface;
    private final BoardModel model;
    private final Assets assets;

    PictureIntake(BoardSurface surface, BoardModel model, Assets assets) {
        this.surface = surface;
        this.model = model;
        this.assets = assets;
    }

    void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        take(clipboard, surface.centre());
    }

    void over(DragEvent event) {
        var board = event.getDragboard();
        if (!takes(board)) return;
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    void dropped(DragEvent event) {
        if (!takes(event.getDragboard())) return;
        var view = surface.view();
        boolean taken = take(event.getDragboard(), new Point(view.pageX(event.getX()), view.pageY(event.getY())));
        event.setDropCompleted(taken);
        event.consume();
    }

    /// Other files become pages, which isn't done here.
    private boolean takes(Clipboard from) {
        if (!model.mayDraw.get()) return false;
        return from.hasFiles() ? arePictures(from.getFiles()) : from.hasImage() || from.hasString();
    }

    static boolean arePictures(List<File> files) {
        return !files.isEmpty() && files.stream().allMatch(PictureIntake::isPicture);
    }

    private boolean take(Clipboard from, Point middle) {
        if (!model.mayDraw.get()) return false;
        if (from.hasFiles()) {
            var files = from.getFiles().stream().filter(PictureIntake::isPicture).limit(20).toList();
            for (var file : files) picture(() -> read(file), middle);
            if (!files.isEmpty()) return true;
        }
        Image image = from.hasImage() ? from.getImage() : null;
        if (image != null) {
            picture(() -> PngBytes.of(image), middle);
            return true;
        }
        var text = from.hasString() ? from.getString() : null;
        if (text == null || text.isBlank()) return false;
        text(text, middle);
        return true;
    }

    void put(List<Path> files, Point middle) {
        for (var file : files) picture(() -> read(file.toFile()), middle);
    }

    /// On the page once the server has it: a picture that nobody else could fetch must not be there.
    void picture(Callable<byte[]> bytes, Point middle) {
        var page = surface.pageId();
        if (page == null) return;
        assets.put(bytes, (asset, size) -> add(page, asset, size, middle));
    }

    private void add(PageId page, AssetId asset, PictureSize size, Point middle) {
        var region = surface.view().region();
        double scale = Math.min(1, Math.min(region.width() * MOST_OF_VIEW / size.width(),
                region.height() * MOST_OF_VIEW / size.height()));
        double width = size.width() * scale, height = size.height() * scale;
        add(page, new Form.Picture(asset, width, height), Look.pen(Look.INK, 1), width, height, middle);
    }

    private void text(String text, Point middle) {
        var page = surface.pageId();
        if (page == null) return;
        var words = text.replace("\r\n", "\n").replace('\t', ' ').strip();
        if (words.length() > BoardLimits.TEXT_CHARS) words = words.substring(0, BoardLimits.TEXT_CHARS);
        var style = model.style.get();
        double most = surface.view().region().width() * MOST_OF_VIEW;
        var lines = TextLines.of(words, 0, style.textSize(), style.bold());
        if (lines.width() > most) lines = TextLines.of(words, most, style.textSize(), style.bold());
        add(page, new Form.Text(words, lines.width(), lines.height(), style.textSize(), style.bold()), style.text(),
                lines.width(), lines.height(), middle);
    }

    private void add(PageId page, Form form, Look look, double width, double height, Point middle) {
        var frame = Frame.at(middle.x() - width / 2, middle.y() - height / 2);
        var shape = new Shape(model.newId(), model.orderAboveAll(page), frame, look, form);
        model.edit(page, List.of(new Change.Add(shape)));
        surface.select(shape.id());
    }

    private static boolean isPicture(File file) {
        var name = file.getName().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static byte[] read(File file) throws IOException {
        if (file.length() > BoardLimits.ASSET_BYTES) throw new IOException("larger than 32 MB");
        return Files.readAllBytes(file.toPath());
    }
}
