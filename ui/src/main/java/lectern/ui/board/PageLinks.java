package lectern.ui.board;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.PageText.Link;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Notices;
import lectern.ui.part.Icon;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Where the links of documents lead: to a page of the board, or out of the program, which is asked about first, since who
/// made the document isn't known.
final class PageLinks {
    private final Ui ui;
    private final BoardModel model;
    private final PageVerbs verbs;

    PageLinks(Ui ui, PageVerbs verbs) {
        this.ui = ui;
        this.verbs = verbs;
        model = ui.model.lesson.board;
    }

    /// For people; blank where nothing can be followed.
    String name(Link link) {
        if (link.address() != null) return host(link.address()).isPresent() ? link.address() : "";
        return page(link).map(page -> ui.text("link.page", PageRow.name(ui, page))).orElse("");
    }

    void follow(Link link) {
        if (link.address() != null) host(link.address()).ifPresent(host -> ask(link.address(), host));
        else page(link).ifPresent(page -> verbs.go(page.id()));
    }

    /// The page of this board with that page of the same document.
    private Optional<Page> page(Link link) {
        var viewed = model.viewed.get();
        if (link.number() == null || viewed == null || !(viewed.ground() instanceof Ground.Document ground))
            return Optional.empty();
        var target = new Ground.Document(ground.document(), link.number());
        return PageRow.ofAll(model).stream().filter(page -> page.ground().equals(target)).findFirst();
    }

    /// Of an address that may be opened at all.
    private static Optional<String> host(@Nullable String address) {
        try {
            var uri = new URI(address == null ? "" : address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null ? Optional.of(uri.getHost()) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private void ask(String address, String host) {
        var heading = new Label(ui.text("link.title", host));
        heading.getStyleClass().add("subheading");
        heading.setWrapText(true);
        var body = new Label(ui.text("link.text"));
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        var whole = new TextArea(address);
        whole.setId("link-address");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(Math.clamp(1 + address.length() / 48, 1, 6));
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> ui.sheets.close());
        var copy = new Button(ui.text("link.copy"), Icon.COPY.node());
        copy.setId("link-copy");
        copy.getStyleClass().add("outline");
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(address);
            Clipboard.getSystemClipboard().setContent(content);
            ui.sheets.close();
            ui.model.lesson.toasts.add(Notices.addressCopied());
        });
        var open = new Button(ui.text("link.open"));
        open.setId("link-open");
        open.getStyleClass().add("primary");
        open.setDefaultButton(true);
        open.setOnAction(_ -> {
            ui.sheets.close();
            ui.classroom.openAddress(address);
        });
        var sheet = new VBox(10, heading, body, whole, Sheets.buttons(cancel, copy, open));
        sheet.setPrefWidth(460);
        ui.sheets.open(sheet, open, null);
    }
}
