package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Person;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Says where one is when that isn't the class's own page, and how to get back; and what a shared screen offers.
final class ContextBar extends HBox {
    private final Ui ui;
    private final BoardModel model;
    private final Runnable openGrid;
    private final ScreenInk screenInk;
    private Subscription people = Subscription.EMPTY;

    ContextBar(Ui ui, ScreenInk screenInk, Runnable openGrid) {
        super(10);
        this.ui = ui;
        this.screenInk = screenInk;
        this.openGrid = openGrid;
        model = ui.model.lesson.board;
        setId("board-context");
        getStyleClass().add("context-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        ui.watchAll(this::show, model.viewed, model.current, model.following, model.handOut, model.pages);
        ui.watchAll(this::peopleChanged, ui.model.lesson.people);
        ui.onClose(() -> people.unsubscribe());
    }

    private void peopleChanged() {
        people.unsubscribe();
        people = Subscription.EMPTY;
        for (var person : ui.model.lesson.people) people = people.and(person.screenOn.subscribe(_ -> show()));
    }

    private void show() {
        var page = model.viewed.get();
        if (page == null) {
            say("", null, "");
            return;
        }
        if (page.owner() != null) {
            if (page.owner().equals(model.self())) own(page);
            else someones(page, page.owner());
        } else
            if (!model.following.get() && model.current.get() != null && !page.id().equals(model.current.get()))
                say("around", Icon.WATCH, ui.text("context.around"), follow("context.follow"), ownPage());
            else
                if (!model.following.get() && !model.moderates())
                    say("around", Icon.WATCH, ui.text("context.around.view"), follow("context.follow"), ownPage());
                else
                    if (page.ground() instanceof Ground.Screen screen) screen(screen);
                    else
                        if (PageRow.own(model) != null && !model.moderates())
                            say("", Icon.SAFE, ui.text("context.have.own"), ownPage());
                        else
                            if (model.moderates() && sharing() != null) {
                                var person = Objects.requireNonNull(sharing());
                                say("", Icon.SCREEN,
                                        ui.text(person.self ? "context.sharing.self" : "stage.screen", person.name),
                                        write(person));
                            } else say("", null, "");
    }

    private void own(Page page) {
        if (page.collected())
            say("private", Icon.COLLECT, ui.text("context.own.collected"), follow("context.class"));
        else
            if (page.shown()) say("shown", Icon.SHOW, ui.text("context.own.shown"), follow("context.class"));
            else say("private", Icon.SAFE, ui.text("context.own"), follow("context.class"));
    }

    private void someones(Page page, ParticipantId owner) {
        var name = PageRow.person(ui, owner, page.title());
        if (!model.moderates()) {
            say("shown", Icon.SHOW, ui.text("context.shown", name), ownPage());
            return;
        }
        boolean isShown = page.id().equals(model.current.get());
        var show = isShown
                ? button("stop-showing", Icon.HIDE, "context.show.stop", this::stopShowing)
                : button("show-to-class", Icon.SHOW, "context.show", () -> model.turnTo(page.id()));
        var text = isShown ? "context.shown.by.you" : page.collected() ? "context.collected" : "context.with";
        say(isShown ? "shown" : "private", isShown ? Icon.SHOW : Icon.PERSONAL, ui.text(text, name),
                button("to-grid", Icon.GRID, "context.grid", openGrid), show);
    }

    private void screen(Ground.Screen screen) {
        var name = PageRow.person(ui, screen.of(), "");
        boolean self = screen.of().equals(model.self());
        var text = ui.text(self ? "context.screen.self" : "context.screen", name);
        if (model.moderates())
            say("", Icon.SCREEN, text, button("keep-still", Icon.STILL, "screen.still", screenInk::keepStill));
        else
            say("", Icon.SCREEN, text);
    }

    /// Back to the page that was handed out, or any other page of all.
    private void stopShowing() {
        var handOut = model.handOut.get();
        var pages = PageRow.ofAll(model);
        if (pages.isEmpty()) return;
        int worksheet = handOut == null ? -1 : PageRow.indexOf(pages, handOut.worksheet());
        model.turnTo(pages.get(Math.max(0, worksheet)).id());
    }

    private @Nullable Person sharing() {
        return ui.model.lesson.people.stream().filter(person -> person.screenOn.get()).findFirst().orElse(null);
    }

    private Button write(Person person) {
        return button("write-on-screen", Icon.PEN, "screen.write", () -> screenInk.writeOn(person));
    }

    private Button follow(String key) { return button("follow", Icon.FOLLOW, key, model::follow); }

    private @Nullable Button ownPage() {
        var own = PageRow.own(model);
        return own == null || model.moderates()
                ? null
                : button("own-page", Icon.SAFE, "context.to.own", () -> model.lookAt(own.id()));
    }

    private Button button(String id, Icon icon, String key, Runnable then) {
        var button = new Button(ui.text(key), icon.node());
        button.setId(id);
        button.getStyleClass().setAll("context-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> then.run());
        return button;
    }

    private void say(String look, @Nullable Icon icon, String text, @Nullable Node... buttons) {
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
        getStyleClass().removeAll("around", "private", "shown");
        if (!look.isEmpty()) getStyleClass().add(look);
        if (icon == null) {
            getChildren().clear();
            return;
        }
        var label = new Label(text, icon.node());
        label.setGraphicTextGap(9);
        label.setMinWidth(60);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var children = new ArrayList<Node>(List.of(label, space));
        for (var button : buttons) if (button != null) children.add(button);
        getChildren().setAll(children);
    }
}
