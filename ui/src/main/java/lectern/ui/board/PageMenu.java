package lectern.ui.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.MaterialKind;
import lectern.ui.part.Icon;
import lectern.ui.part.LineIcon;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// What can be done with a page: all of it for who moderates, files for everybody.
final class PageMenu {
    private static final int MOST_AUTHORS = 12;

    private record Sheet(String key, Ground ground) {}

    private static final List<Sheet> SHEETS = List.of(new Sheet("ground.plain", new Ground.Paper(Ruling.PLAIN, false)),
            new Sheet("ground.grid", new Ground.Paper(Ruling.GRID, false)),
            new Sheet("ground.lined", new Ground.Paper(Ruling.LINED, false)),
            new Sheet("ground.dotted", new Ground.Paper(Ruling.DOTTED, false)),
            new Sheet("ground.dark", new Ground.Paper(Ruling.PLAIN, true)),
            new Sheet("ground.dark.grid", new Ground.Paper(Ruling.GRID, true)));

    private final Ui ui;
    private final BoardModel model;
    private final PageVerbs verbs;

    PageMenu(Ui ui, PageVerbs verbs) {
        this.ui = ui;
        this.verbs = verbs;
        model = ui.model.lesson.board;
    }

    ContextMenu of(Page page) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items(page));
        return menu;
    }

    /// For several that are chosen.
    ContextMenu of(List<Page> pages) {
        var menu = new ContextMenu();
        boolean hidden = pages.stream().allMatch(Page::hidden);
        var delete = item("pages-delete", "page.delete.some", Icon.DELETE.node(), () -> verbs.delete(pages));
        delete.setText(ui.text("page.delete.some", pages.size()));
        menu.getItems().setAll(
                item("pages-hide", hidden ? "page.show" : "page.hide", (hidden ? Icon.SHOW : Icon.HIDE).node(),
                        () -> verbs.hide(pages, !hidden)),
                new SeparatorMenuItem());
        for (var format : ExportFormat.values())
            menu.getItems().add(export("some", "page.export.chosen", format, ui.model.lesson.title.get(), pages));
        menu.getItems().addAll(new SeparatorMenuItem(), delete);
        return menu;
    }

    List<MenuItem> items(Page page) {
        var items = new ArrayList<MenuItem>();
        if (model.moderates()) moderating(page, items);
        else
            if (model.mayDraw(page.id()) && Objects.equals(page.owner(), model.self()))
                items.add(item("page-clear", "page.clear", Icon.CLEAR.node(), () -> verbs.clear(page)));
        if (model.moderates()) {
            items.add(new SeparatorMenuItem());
            items.add(item("page-import", "page.import", Icon.UPLOAD.node(), this::importFiles));
        }
        items.add(exports(page));
        return items;
    }

    private void moderating(Page page, List<MenuItem> items) {
        boolean ofAll = page.owner() == null;
        boolean viewed = model.viewed.get() != null && model.viewed.get().id().equals(page.id());
        if (ofAll) {
            var add = new Menu(ui.text("page.add"), Icon.PLUS.node());
            add.setId("page-new");
            add.getItems().setAll(grounds("new", verbs::add));
            items.add(add);
            items.add(item("page-duplicate", "page.duplicate", Icon.DUPLICATE.node(), () -> verbs.duplicate(page)));
            items.add(item("page-hide", page.hidden() ? "page.show" : "page.hide",
                    (page.hidden() ? Icon.SHOW : Icon.HIDE).node(), () -> verbs.hide(List.of(page), !page.hidden())));
            items.add(item("page-rename", "page.rename", Icon.RENAME.node(), () -> rename(page)));
        }
        var ground = new Menu(ui.text("page.ground"), Icon.PAPER.node());
        ground.getItems().setAll(grounds("ground", next -> verbs.ground(page, next)));
        items.add(ground);
        items.add(item("page-curtain", page.curtain() == null ? "page.curtain" : "page.curtain.open",
                LineIcon.CURTAIN.node(), () -> verbs.curtain(page, page.curtain() == null ? whole(page) : null)));
        items.add(new SeparatorMenuItem());
        if (viewed) {
            items.add(undoBy(page));
            items.add(item("page-clear", "page.clear", Icon.CLEAR.node(), () -> verbs.clear(page)));
        }
        var delete = item("page-delete", "page.delete", Icon.DELETE.node(), () -> verbs.delete(page));
        delete.setDisable(ofAll && PageRow.ofAll(model).size() < 2);
        items.add(delete);
        int ofDocument = PageVerbs.ofDocument(model, page).size();
        if (ofDocument > 1) {
            var deleteAll = item("page-delete-document", "page.delete.document", Icon.DELETE.node(),
                    () -> verbs.deleteDocument(page));
            deleteAll.setText(ui.text("page.delete.document", ofDocument));
            items.add(deleteAll);
        }
    }

    /// One item for each kind of paper; its id is `prefix`, a dash and a word.
    List<MenuItem> grounds(String prefix, Consumer<Ground> then) {
        return SHEETS.stream().map(sheet -> {
            var item = item(prefix + "-" + sheet.key.substring("ground.".length()).replace('.', '-'), sheet.key, null,
                    () -> then.accept(sheet.ground));
            return item;
        }).toList();
    }

    private Menu undoBy(Page page) {
        var menu = new Menu(ui.text("page.undo.by"), Icon.UNDO.node());
        menu.setId("page-undo-by");
        var authors = new LinkedHashSet<ParticipantId>();
        for (var shape : model.sheet(page.id()).shapes().reversed()) {
            if (authors.size() >= MOST_AUTHORS) break;
            authors.add(shape.id().author());
        }
        for (var author : authors) {
            var item = new MenuItem(author.equals(model.self())
                    ? ui.text("person.self")
                    : PageRow.person(ui, author, ui.text("page.author.gone")));
            item.setOnAction(_ -> model.undoBy(author));
            menu.getItems().add(item);
        }
        menu.setDisable(authors.isEmpty());
        return menu;
    }

    private Menu exports(Page page) {
        var menu = new Menu(ui.text("page.export"), Icon.DOWNLOAD.node());
        menu.setId("page-export");
        for (var format : ExportFormat.values())
            menu.getItems().add(export("one", "page.export.one", format, PageRow.name(ui, page), List.of(page)));
        var ofDocument = PageVerbs.ofDocument(model, page);
        menu.getItems().add(new SeparatorMenuItem());
        if (ofDocument.size() > 1)
            menu.getItems()
                    .add(export("document", "page.export.document", ExportFormat.PDF, PageRow.name(ui, page),
                            ofDocument));
        var some = new MenuItem(ui.text("page.export.some"));
        some.setId("export-some-pdf");
        some.setOnAction(_ -> new PageChoice(ui, PageRow.ofAll(model),
                chosen -> export(ExportFormat.PDF, ui.model.lesson.title.get(), chosen)).open());
        menu.getItems().add(some);
        menu.getItems().add(new SeparatorMenuItem());
        for (var format : ExportFormat.values())
            menu.getItems().add(
                    export("all", "page.export.all", format, ui.model.lesson.title.get(), PageRow.ofAll(model)));
        return menu;
    }

    private MenuItem export(String id, String key, ExportFormat format, String name, List<Page> pages) {
        var item = new MenuItem(ui.text(key, format.name()));
        item.setId("export-" + id + "-" + format.ending());
        item.setOnAction(_ -> export(format, name, pages));
        return item;
    }

    private void export(ExportFormat format, String name, List<Page> chosen) {
        var window = ui.sheets.getScene().getWindow();
        List<PageId> pages = chosen.stream().map(Page::id).toList();
        var title = ui.text("page.export");
        var target = pages.size() > 1 && !format.holdsManyPages()
                ? ui.dialogs.folder(window, title)
                : ui.dialogs.save(window, title, fileName(name), format.ending());
        target.ifPresent(path -> ui.classroom.export(format, pages, path));
    }

    private void importFiles() {
        List<Path> files = ui.dialogs.open(ui.sheets.getScene().getWindow(), ui.text("page.import"),
                ui.text("library.files"), MaterialKind.allEndings());
        if (!files.isEmpty()) ui.classroom.importFiles(files);
    }

    private void rename(Page page) {
        var heading = new Label(ui.text("page.rename.title"));
        heading.getStyleClass().add("subheading");
        var field = new TextField(page.title());
        field.setId("page-title");
        field.setPromptText(PageRow.name(ui, page));
        field.selectAll();
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        var go = new Button(ui.text("page.rename.go"));
        go.setId("page-rename-go");
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            verbs.rename(page, field.getText());
            ui.sheets.close();
        });
        var sheet = new VBox(12, heading, field, Sheets.buttons(cancel, go));
        sheet.setPadding(new Insets(0));
        sheet.setPrefWidth(400);
        ui.sheets.open(sheet, field, null);
    }

    private MenuItem item(String id, String key, @Nullable Node icon, Runnable then) {
        var item = new MenuItem(ui.text(key), icon);
        item.setId(id);
        item.setOnAction(_ -> then.run());
        return item;
    }

    private static Region whole(Page page) { return new Region(0, 0, page.width(), page.height()); }

    /// What no system minds in a file's name.
    static String fileName(String words) {
        var name = words.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return name.isEmpty() ? "Lectern" : name.substring(0, Math.min(80, name.length()));
    }
}
