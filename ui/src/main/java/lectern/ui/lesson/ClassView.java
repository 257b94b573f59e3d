package lectern.ui.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import lectern.protocol.board.Ground;
import lectern.ui.board.Assets;
import lectern.ui.board.BoardView;
import lectern.ui.board.ScreenInk;
import lectern.ui.lesson.StageChoice.Seat;
import lectern.ui.library.LibraryDrag;
import lectern.ui.library.LibraryDrawer;
import lectern.ui.model.ClassModel;
import lectern.ui.model.Connection;
import lectern.ui.model.Middle;
import lectern.ui.model.Person;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import lectern.ui.part.Toasts;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// The class: header, tiles at the left, stage in the middle, people at the right, toolbar at the foot.
public final class ClassView extends StackPane {
    /// A window being dragged changes size each frame: at most ten times a second is said what that means. (Not "after
    /// 100 ms of quiet": where something always moves, that never comes.)
    private static final Duration VIEWS_PAUSE = Duration.millis(100);
    private static final Duration TICK = Duration.millis(250);
    private static final double NARROW = 1180; // below this the people list folds away by itself

    private final Ui ui;
    private final ClassModel lesson;
    private final TalkKey talkKey = new TalkKey();
    private final StageChoice choice = new StageChoice();
    private final PauseTransition viewsPause = new PauseTransition(VIEWS_PAUSE);
    private final TileColumn column;
    private final StageView stage;
    private final BoardView board;
    private final VBox picture;
    private final MiddleChoice middle = new MiddleChoice();
    private final ObjectProperty<MiddleSwitch.Other> other = new SimpleObjectProperty<>(MiddleSwitch.Other.NOTHING);
    private final ClassHeader header;
    private final Banner banner;
    private final BorderPane frame = new BorderPane();
    private List<View> watched = List.of();
    private Subscription people = Subscription.EMPTY;
    private Subscription laidOut = Subscription.EMPTY;
    private boolean narrow;
    private boolean unfoldAgain;

    public ClassView(Ui ui, Assets assets) {
        this.ui = ui;
        this.lesson = ui.model.lesson;
        getStyleClass().add("class-screen");
        viewsPause.setOnFinished(_ -> {
            laidOut.unsubscribe();
            tellViews();
        });
        column = new TileColumn(ui, viewsPause::play);
        stage = new StageView(ui, viewsPause::play);
        header = new ClassHeader(ui);
        banner = new Banner(ui);
        var screenInk = new ScreenInk(ui, assets);
        board = new BoardView(ui, assets, screenInk, new MiddleSwitch(ui, "middle", other), viewsPause::play);
        var framed = new Framed(stage);
        var above = new HBox(10, new MiddleSwitch(ui, "stage", other), new WriteOnScreen(ui, screenInk));
        above.setAlignment(Pos.CENTER);
        VBox.setMargin(above, new Insets(0, 0, 8, 0));
        VBox.setVgrow(framed, Priority.ALWAYS);
        ui.watchAll(() -> {
            above.setVisible(lesson.board.viewed.get() != null && other.get() != MiddleSwitch.Other.NOTHING);
            above.setManaged(above.isVisible());
        }, lesson.board.viewed, other);
        picture = new VBox(above, framed);
        var beside = new VBox(10, new TasksView(ui), new InviteHint(ui));
        beside.setAlignment(Pos.BOTTOM_RIGHT);
        beside.setPickOnBounds(false);
        var over = new StackPane(picture, board, at(beside, Pos.BOTTOM_RIGHT), new Toasts(ui));
        HBox.setHgrow(over, Priority.ALWAYS);
        over.setPadding(new Insets(12));
        var panel = new PeoplePanel(ui);
        var body = new HBox(column, over, panel);
        if (lesson.role.get().mayModerate()) materials(body, over);
        frame.setTop(new VBox(header, banner));
        frame.setCenter(body);
        frame.setBottom(new Toolbar(ui, talkKey.held()));
        ui.watch(lesson.peopleShown, shown -> {
            panel.setVisible(shown);
            panel.setManaged(shown);
        });
        ui.watch(lesson.connection, this::connection);
        ui.watchAll(this::arrange, lesson.pinned, lesson.middle, lesson.board.viewed, lesson.board.current);
        ui.watchAll(this::peopleChanged, lesson.people);
        widthProperty().subscribe(width -> fold(width.doubleValue()));
        var tick = new Timeline(new KeyFrame(TICK, _ -> tick()));
        tick.setCycleCount(Animation.INDEFINITE);
        tick.play();
        sceneProperty().subscribe(this::tellFirstViews);
        sceneProperty().subscribe(scene -> {
            if (scene != null && scene.getWindow() != null && lesson.role.get().maySend())
                ui.onClose(talkKey.install(scene, ui.classroom::talkWhileHeld)::run);
        });
        ui.onClose(() -> {
            tick.stop();
            viewsPause.stop();
            laidOut.unsubscribe();
            people.unsubscribe();
        });
    }

    /// The library beside the board, in the place of the people; what is dragged from it falls onto the board.
    private void materials(HBox body, StackPane over) {
        var drawer = new LibraryDrawer(ui);
        body.getChildren().add(drawer);
        ui.watch(lesson.materialsShown, shown -> {
            drawer.setVisible(shown);
            drawer.setManaged(shown);
            if (shown) lesson.peopleShown.set(false);
        });
        ui.watch(lesson.peopleShown, shown -> {
            if (shown) lesson.materialsShown.set(false);
        });
        over.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!LibraryDrag.isIn(event)) return;
            board.placeOf(event.getSceneX(), event.getSceneY());
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        });
        over.addEventFilter(DragEvent.DRAG_EXITED, _ -> board.noPlace());
        over.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            if (!LibraryDrag.isIn(event)) return;
            var after = board.placeOf(event.getSceneX(), event.getSceneY());
            board.noPlace();
            var materials = LibraryDrag.take(ui.model.library);
            if (!materials.isEmpty()) ui.classroom.importMaterials(materials, after);
            event.setDropCompleted(!materials.isEmpty());
            event.consume();
        });
    }

    private void tick() {
        var now = Instant.now();
        header.tick(now);
        banner.tick(now);
        arrange();
    }

    private void connection(Connection now) {
        switch (now) {
            case Connection.Joining _ -> getChildren().setAll(joining());
            case Connection.Live _,Connection.Reconnecting _ -> getChildren().setAll(frame);
            case Connection.Ended(var reason) -> getChildren().setAll(new EndedView(ui, reason));
        }
    }

    private VBox joining() {
        var turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        var text = new Label(ui.text("stage.joining"));
        text.getStyleClass().add("lead");
        var box = new VBox(18, turning, text);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /// Listens to what decides about the stage, of those who are here now.
    private void peopleChanged() {
        people.unsubscribe();
        people = Subscription.EMPTY;
        for (var person : lesson.people) {
            InvalidationListener changed = _ -> {
                if (!person.screenOn.get()) ui.pictures.of(person.id, Source.SCREEN).clear();
                arrange();
            };
            person.screenOn.addListener(changed);
            person.cameraOn.addListener(changed);
            people = people.and(() -> {
                person.screenOn.removeListener(changed);
                person.cameraOn.removeListener(changed);
            });
        }
        arrange();
    }

    private void arrange() {
        var seats = lesson.people.stream().map(person -> new Seat(person.id, person.role, person.self,
                person.speaking.get(), person.screenOn.get())).toList();
        var chosen = choice.choose(seats, lesson.pinned.get(), System.nanoTime());
        other.set(switch (chosen) {
            case Stage.Nobody _ -> MiddleSwitch.Other.NOTHING;
            case Stage.Camera _ -> MiddleSwitch.Other.SPEAKER;
            case Stage.Screen _,Stage.OwnScreen _ -> MiddleSwitch.Other.SCREEN;
        });
        boolean drawing = isBoardInMiddle();
        board.setVisible(drawing);
        picture.setVisible(!drawing);
        stage.show(drawing ? new Stage.Nobody() : chosen);
        var onStage = stage.cameraPerson();
        var tiles = new ArrayList<Person>();
        for (var person : lesson.people)
            if (person.role.maySend() && !onStage.filter(it -> it == person).isPresent()) tiles.add(person);
        tiles.sort((a, b) -> Integer.compare(rank(a), rank(b))); // stable: otherwise as they came in
        column.show(tiles);
        viewsPause.play();
    }

    /// Without a board (the server hasn't told of it yet) it is the picture.
    private boolean isBoardInMiddle() {
        var page = lesson.board.viewed.get();
        var current = lesson.board.current.get();
        var sharing = lesson.people.stream().filter(person -> person.screenOn.get()).map(person -> person.id)
                .collect(Collectors.toSet());
        var next = middle.next(sharing, lesson.pinned.get(), current == null ? "" : current.value(),
                page != null && page.ground() instanceof Ground.Screen);
        if (next != null) lesson.middle.set(next);
        return page != null && (lesson.middle.get() == Middle.BOARD || other.get() == MiddleSwitch.Other.NOTHING);
    }

    private static int rank(Person person) {
        if (person.role.mayModerate()) return 0;
        return person.self ? 1 : 2;
    }

    /// Somebody waits for the first picture: what to send is told as soon as a layout has given it a size, with no pause.
    private void tellFirstViews(@Nullable Scene scene) {
        laidOut.unsubscribe();
        if (scene == null) return;
        Runnable tell = this::tellViews;
        scene.addPostLayoutPulseListener(tell);
        laidOut = () -> scene.removePostLayoutPulseListener(tell);
    }

    private void tellViews() {
        var now = new ArrayList<>(board.isVisible() ? board.views() : stage.views());
        now.addAll(column.views());
        if (now.equals(watched)) return;
        watched = List.copyOf(now);
        ui.classroom.watch(watched);
    }

    private void fold(double width) {
        if (width <= 0) return;
        column.windowWidth(width);
        boolean now = width < NARROW;
        if (now == narrow) return;
        narrow = now;
        if (now) unfoldAgain = lesson.peopleShown.get();
        lesson.peopleShown.set(!now && unfoldAgain);
    }

    private static <T extends Region> T at(T node, Pos place) {
        node.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, new Insets(14));
        return node;
    }
}
