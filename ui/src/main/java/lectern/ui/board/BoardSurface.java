package lectern.ui.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.material.PageText;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Ui;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Edit;
import lectern.whiteboard.tool.Instrument;
import lectern.whiteboard.tool.ToolKind;
import lectern.whiteboard.tool.ToolOutput;
import lectern.whiteboard.tool.Toolbox;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// The viewed page on the screen, and the tools on it. From the bottom: what is on the page, as [Tiles]; what is in hand, the
/// others' and one's own, as nodes that dirty little of the screen; instruments and marks; pointers.
///
/// Own ink is in the scene before the pointer's event has been handled, so the next frame shows it, whatever else waits.
public final class BoardSurface extends Region {
    private static final double MARGIN = 12;
    private static final Bounds EVERYTHING = Bounds.around(0, 0, 1e9);
    private static final int MANY_EDITS = 40;

    private final BoardModel model;
    private final Toolbox toolbox;
    private final Tiles tiles;
    private final Group hand = new Group();
    private final Affine onPage = new Affine();
    private final ShapesInHand previews;
    private final OthersInHand others;
    private final InstrumentNode instruments = new InstrumentNode();
    private final Marks marks = new Marks();
    private final Pointers pointers;
    private final AuthorTip authorTip;
    private final TextEditor editor = new TextEditor(this::written);
    private final Presenter presenter;
    private final PictureIntake pictures;
    private final PagePictures pagePictures;
    private final Reader reader;
    private final LinkTip linkTip = new LinkTip();
    private List<Highlight> found = List.of(), highlights = List.of();
    private Cursor toolCursor = Cursor.DEFAULT;
    private Function<PageText.Link, String> linkName = link -> Objects.requireNonNullElse(link.address(), "");
    private Consumer<PageText.Link> onLink = _ -> {};
    private final FrameBudget budget = new FrameBudget();
    private final PauseTransition tick = new PauseTransition();
    private final ReadOnlyObjectWrapper<Viewport> view = new ReadOnlyObjectWrapper<>(new Viewport(0, 0, 1, 1, 1));
    private final ReadOnlyObjectWrapper<@Nullable Instrument> instrument = new ReadOnlyObjectWrapper<>();
    /// Canvases that no window shows would keep what is painted on them as a list of commands.
    private final ObservableValue<Boolean> showing;
    private final Subscription watched;
    private @Nullable Page page;
    /// Other pictures of pages may be wanted since the last time.
    private boolean wishing;
    /// The view is the whole page, until the person moves it.
    private boolean fitted = true;
    private @Nullable InkNode ink;
    private @Nullable ShapeId inkOf;
    private ToolOutput.@Nullable Preview preview;
    private Set<ShapeId> lifted = Set.of();
    private boolean takesSpace;
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long nowNs) { frame(nowNs); }
    };

    /// For as long as this build of the screen.
    public BoardSurface(Ui ui, Assets assets) {
        this(ui.model.lesson.board, assets,
                person -> ui.model.lesson.person(person.value()).map(it -> it.name).orElse(""));
        ui.onClose(this::close);
    }

    /// @param nameOf empty for who isn't known
    public BoardSurface(BoardModel model, Assets assets, Function<ParticipantId, String> nameOf) {
        this.model = model;
        var painter = new BoardPainter(assets);
        tiles = new Tiles(painter);
        previews = new ShapesInHand(painter);
        others = new OthersInHand(painter);
        pointers = new Pointers(nameOf);
        authorTip = new AuthorTip(nameOf);
        toolbox = new Toolbox(new PageDesk(model, this::pageId, () -> view().zoom()));
        presenter = new Presenter(model);
        pictures = new PictureIntake(this, model, assets);
        pagePictures = assets.pages;
        reader = new Reader(assets.texts, this::highlight);
        setId("board");
        getStyleClass().add("board-surface");
        setFocusTraversable(true);
        setMinSize(0, 0);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        hand.setManaged(false);
        hand.setMouseTransparent(true);
        hand.getTransforms().add(onPage);
        others.ink.getTransforms().add(onPage);
        tiles.node.setMouseTransparent(true);
        getChildren().addAll(tiles.node, others.shapes, others.ink, previews, hand, instruments, marks, pointers,
                authorTip, linkTip, editor);
        new BoardInput(this, toolbox, pictures).install();
        showing = sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);
        watched = Subscription.combine(widthProperty().subscribe(this::resized),
                heightProperty().subscribe(this::resized), showing.subscribe(this::repaint),
                model.listen(listener()), model.viewed.subscribe(this::turned), model.tool.subscribe(this::choose),
                model.teacherView.subscribe(this::placed), model.following.subscribe(this::placed),
                model.pages.subscribe(this::wishSoon), assets.onArrival(_ -> dirtyAll()),
                pagePictures.onChange(this::came));
        tick.setOnFinished(_ -> {
            model.tick();
            schedule();
        });
    }

    // For the chrome around

    public BoardModel model() { return model; }

    public ReadOnlyObjectProperty<Viewport> viewProperty() { return view.getReadOnlyProperty(); }

    public Viewport view() { return view.get(); }

    /// Which instrument lies on the page; null is none.
    public ReadOnlyObjectProperty<@Nullable Instrument> instrumentProperty() {
        return instrument.getReadOnlyProperty();
    }

    /// Lays an instrument on the page ([#centre] is a good place); null takes it away.
    public void lay(@Nullable Instrument next) { perform(toolbox.lay(next)); }

    /// The page's place in the middle of what is seen.
    public Point centre() {
        return new Point(view().pageX(view().width() / 2), view().pageY(view().height() / 2));
    }

    /// Shows the whole page.
    public void fit() {
        fitted = true;
        placed();
    }

    /// Around the middle of the screen.
    public void zoomTo(double zoom) { zoomAround(getWidth() / 2, getHeight() / 2, zoom); }

    /// The paper goes with the hand, by screen pixels.
    public void panBy(double dx, double dy) { userView(view().pannedBy(dx / view().zoom(), dy / view().zoom())); }

    /// Whether all that is in view is painted as it is.
    public boolean isSettled() { return tiles.isWhole(); }

    public void selectAll() { perform(toolbox.selectAll()); }

    public void deleteSelected() { perform(toolbox.delete()); }

    public void duplicateSelected() { perform(toolbox.duplicate()); }

    public void orderSelected(Toolbox.Place place) { perform(toolbox.order(place)); }

    /// Another colour, width, fill … for what is selected.
    public void restyleSelected(UnaryOperator<Look> next) { perform(toolbox.restyle(next)); }

    /// What the clipboard holds, a picture or text, is put in the middle.
    public void paste() { pictures.paste(); }

    /// Puts pictures on the page, in the middle of what is seen.
    public void put(List<Path> files) { pictures.put(files, centre()); }

    /// Space does something on this page, so it isn't the key that one talks by.
    public boolean takesSpace() { return takesSpace; }

    void takesSpace(boolean takes) { takesSpace = takes; }

    /// Paints everything now, also where no window shows it: for pictures of the screen.
    public void paintNow() {
        wish();
        tiles.paintAll();
    }

    // For the input

    /// The person moved the view: from now on it is theirs.
    void userView(Viewport next) {
        fitted = false;
        if (!model.moderates() && model.teacherView.get() != null) model.following.set(false);
        show(next);
    }

    void zoomAround(double x, double y, double zoom) { userView(view().zoomedAround(x, y, zoom)); }

    void perform(List<ToolOutput> outputs) {
        boolean toBeSaid = false;
        for (var output : outputs) {
            perform(output);
            toBeSaid |= output instanceof ToolOutput.Draw || output instanceof ToolOutput.Preview
                    || output instanceof ToolOutput.NothingInHand || output instanceof ToolOutput.PointAt;
        }
        if (toBeSaid) presenter.say();
        if (model.tool.get() != toolbox.kind()) model.tool.set(toolbox.kind());
        schedule();
    }

    /// The pointer rests or moves without being down.
    void hover(double x, double y) {
        authorTip.over(x, y, () -> {
            var id = pageId();
            var shape = id == null || toolbox.isInHand() && model.tool.get() != ToolKind.LASER
                    ? null
                    : model.sheet(id).topAt(view().pageX(x), view().pageY(y), 4 / view().zoom());
            return Optional.ofNullable(shape).map(it -> it.id().author()).filter(it -> !it.equals(model.self()));
        });
        var link = linkAt(x, y);
        var target = link == null ? "" : linkName.apply(link);
        if (target.isBlank()) linkTip.away();
        else linkTip.show(target, x, y, getWidth());
        setCursor(target.isBlank() ? toolCursor : Cursor.HAND);
        marks.eraser(toolbox.kind() == ToolKind.ERASER ? new Point(x, y) : null, model.style.get().eraserWidth());
    }

    void away() {
        authorTip.away();
        linkTip.away();
        setCursor(toolCursor);
        marks.eraser(null, 0);
    }

    Reader reader() { return reader; }

    /// What is known of the words of the page.
    ReadOnlyObjectProperty<Reader.Words> wordsProperty() { return reader.stateProperty(); }

    /// @param name where a link leads, for people; blank when it can't be followed
    /// @param then what to do when one is clicked
    void onLink(Function<PageText.Link, String> name, Consumer<PageText.Link> then) {
        linkName = name;
        onLink = then;
    }

    /// The pointer went down and up in that place, with nothing between.
    void clicked(double x, double y) {
        var link = linkAt(x, y);
        if (link != null && !linkName.apply(link).isBlank()) onLink.accept(link);
    }

    /// Strips over the ground of this page, for those places where something was found.
    void mark(List<Highlight> next) {
        found = List.copyOf(next);
        highlight();
    }

    /// Brings a place of the page into view, if it isn't.
    void reveal(lectern.protocol.board.Region place) {
        var seen = Bounds.of(view().region());
        if (seen.contains(Bounds.of(place))) return;
        userView(view().pannedBy(seen.centreX() - (place.x() + place.width() / 2),
                seen.centreY() - (place.y() + place.height() / 2)));
    }

    private PageText.@Nullable Link linkAt(double x, double y) {
        var tool = model.tool.get();
        var id = pageId();
        if (id == null || !ToolLook.followsLinks(tool)) return null;
        double atX = view().pageX(x), atY = view().pageY(y);
        // What lies on a link is nearer than it.
        if (tool == ToolKind.SELECT && model.sheet(id).topAt(atX, atY, 4 / view().zoom()) != null) return null;
        return reader.linkAt(atX, atY);
    }

    private void highlight() {
        var next = new ArrayList<>(found);
        for (var place : reader.selected()) next.add(new Highlight(place, Highlight.Kind.SELECTED));
        if (page == null || next.equals(highlights)) return;
        var before = highlights;
        highlights = List.copyOf(next);
        tiles.update(content());
        for (var each : before) if (!next.contains(each)) tiles.soil(Bounds.of(each.place()));
        for (var each : next) if (!before.contains(each)) tiles.soil(Bounds.of(each.place()));
        repaint();
    }

    void select(ShapeId id) { perform(toolbox.select(List.of(id))); }

    @Nullable
    PageId pageId() { return page == null ? null : page.id(); }

    // Within

    private void perform(ToolOutput output) {
        switch (output) {
            case ToolOutput.Draw(var stroke, int from) -> {
                if (ink == null || !stroke.id().equals(inkOf)) {
                    ink = new InkNode(stroke.look(), stroke.frame(), stroke.precision(), isDark());
                    inkOf = stroke.id();
                    hand.getChildren().setAll(ink);
                    from = 0;
                }
                ink.draw(from, stroke.points(from));
                presenter.hold(stroke.inHand(from), null);
            }
            case ToolOutput.Preview next -> {
                preview = next;
                var without = new HashSet<>(next.hidden());
                for (var shape : next.shapes()) without.add(shape.id());
                lift(without);
                previews.show(next.shapes(), isDark(), view());
                presenter.hold(null, next.shapes().size() == 1 ? next.shapes().getFirst() : null);
            }
            case ToolOutput.NothingInHand _ -> {
                ink = null;
                inkOf = null;
                preview = null;
                hand.getChildren().clear();
                previews.clear();
                lift(Set.of());
                marks.marquee(null, view());
                presenter.hold(null, null);
            }
            case ToolOutput.Commit(var changes, boolean sameStep) -> {
                if (page != null) model.edit(page.id(), changes, sameStep);
            }
            case ToolOutput.Selected(var ids, var box) -> {
                model.selection.set(Set.copyOf(ids));
                marks.select(box, view());
            }
            case ToolOutput.Marquee(var region) -> marks.marquee(region, view());
            case ToolOutput.EditText asked -> {
                if (asked.id() != null) lift(Set.of(asked.id()));
                editor.open(asked, isDark(), view());
            }
            case ToolOutput.PointAt(var at, boolean laser) -> {
                presenter.point(at, laser);
                if (at != null && laser) pointers.show(model.self(), at, true, false, nowMs());
                else pointers.hide(model.self());
                repaint();
            }
            case ToolOutput.PanBy(double dx, double dy) -> userView(view().pannedBy(dx, dy));
            case ToolOutput.Show(var cursor) -> {
                toolCursor = Cursors.of(cursor);
                if (!linkTip.isVisible()) setCursor(toolCursor);
            }
            case ToolOutput.Laid(var next) -> {
                instrument.set(next);
                instruments.show(next, view());
            }
        }
    }

    private void written(ToolOutput.EditText asked, String words, double width, double height) {
        lift(Set.of());
        perform(toolbox.written(asked, words, width, height));
        if (isVisible()) requestFocus();
    }

    private BoardListener listener() {
        return new BoardListener() {
            @Override
            public void edited(PageId id, List<Edit> edits) {
                if (!id.equals(pageId())) return;
                tiles.update(content());
                for (var edit : edits) put(edit, edits.size() <= MANY_EDITS);
                perform(toolbox.pageChanged());
                repaint();
            }

            @Override
            public void replaced(PageId id) {
                if (!id.equals(pageId())) return;
                dirtyAll();
                perform(toolbox.pageChanged());
            }

            @Override
            public void presenceChanged(PageId id) {
                if (id.equals(pageId())) showOthers();
                schedule();
            }
        };
    }

    private void put(Edit edit, boolean few) {
        Shape before = edit.before(), after = edit.after();
        if (before == null && after != null && few && !lifted.contains(after.id())) {
            var bounds = Bounds.of(after);
            var there = model.sheet(page.id()).in(bounds);
            if (!there.isEmpty() && there.getLast() == after) {
                tiles.append(after);
                return;
            }
        }
        if (before != null) tiles.soil(Bounds.of(before));
        if (after != null) tiles.soil(Bounds.of(after));
    }

    private void lift(Set<ShapeId> next) {
        if (next.equals(lifted) || page == null) return;
        var sheet = model.sheet(page.id());
        var before = lifted;
        lifted = Set.copyOf(next);
        tiles.update(content());
        for (var id : before) if (!next.contains(id)) soil(sheet.find(id));
        for (var id : next) if (!before.contains(id)) soil(sheet.find(id));
        repaint();
    }

    private void soil(@Nullable Shape shape) {
        if (shape != null) tiles.soil(Bounds.of(shape));
    }

    private void turned(@Nullable Page next) {
        boolean another = page == null || next == null || !page.id().equals(next.id());
        boolean resized = page != null && next != null
                && (page.width() != next.width() || page.height() != next.height());
        if (another) {
            editor.finish();
            perform(toolbox.turned());
            pointers.clear();
            others.clear();
        }
        page = next;
        reader.turned(next);
        if (another) found = highlights = List.of();
        if (another && ToolLook.followsLinks(model.tool.get())) reader.look(); // a finger gives no notice of its click
        setBackground(next == null ? null : BoardPainter.background(next));
        if (another) {
            lifted = Set.of();
            tiles.show(next == null ? null : content());
            fitted = true;
        } else dirtyAll();
        if (another || resized && fitted) placed();
        if (another) wish();
        showOthers();
    }

    private void choose(ToolKind kind) {
        editor.finish();
        if (toolbox.kind() != kind) perform(toolbox.choose(kind));
        if (ToolLook.followsLinks(kind)) reader.look();
        if (kind != ToolKind.WORDS) reader.clear();
        linkTip.away();
        marks.eraser(null, 0);
    }

    private void resized() {
        if (getWidth() <= 0 || getHeight() <= 0) return;
        if (fitted || isFollowing()) placed();
        else show(view().resized(getWidth(), getHeight()));
    }

    private boolean isFollowing() {
        return !model.moderates() && model.following.get() && model.teacherView.get() != null;
    }

    /// The view is where nobody moved it: on the part that the teacher shows, or on the whole page.
    private void placed() {
        if (page == null || getWidth() <= 0 || getHeight() <= 0) return;
        if (isFollowing()) show(Viewport.fitting(model.teacherView.get(), getWidth(), getHeight(), 0));
        else
            if (fitted)
                show(Viewport.fitting(
                        new lectern.protocol.board.Region(0, 0, page.width(), page.height()), getWidth(), getHeight(),
                        MARGIN));
    }

    private void show(Viewport next) {
        if (next.equals(view())) return;
        view.set(next);
        var window = getScene() == null ? null : getScene().getWindow();
        pagePictures.density(window == null ? 1 : window.getRenderScaleX());
        tiles.view(next, 1 / pagePictures.density(), System.nanoTime());
        onPage.setToTransform(next.zoom(), 0, -next.x() * next.zoom(), 0, next.zoom(), -next.y() * next.zoom());
        if (preview != null) previews.show(preview.shapes(), isDark(), next);
        if (!others.shapes.isEmpty()) showOthers();
        instruments.view(next);
        marks.view(next);
        pointers.view(next);
        editor.view(next);
        away();
        model.zoom.set(next.zoom());
        presenter.view(next.region());
        if (model.moderates()) presenter.say();
        wishSoon();
    }

    /// Not while the zoom changes: each would want pictures of its own.
    private void wishSoon() {
        wishing = true;
        repaint();
    }

    private void wish() {
        wishing = false;
        pagePictures.want(this,
                PageWishes.of(PageRow.ofAll(model), page, view(), MARGIN, pagePictures.density()));
    }

    private void came(Cut cut) {
        if (page == null || !(page.ground() instanceof Ground.Document ground) || !cut.isOf(ground)) return;
        tiles.soil(cut.bounds(page));
        repaint();
    }

    private void showOthers() {
        var id = pageId();
        var doings = id == null ? List.<lectern.whiteboard.Presences.Doing>of() : model.presences(id);
        others.show(doings, isDark(), view());
        var seen = new HashSet<ParticipantId>();
        seen.add(model.self());
        for (var doing : doings) {
            var cursor = doing.presence().cursor();
            if (cursor == null) continue;
            seen.add(doing.who());
            pointers.show(doing.who(), cursor, doing.presence().laser(), true, nowMs());
        }
        for (var person : pointers.shown()) if (!seen.contains(person)) pointers.hide(person);
        repaint();
    }

    private Content content() {
        return new Content(page, model.sheet(page.id()), lifted, model.moderates(), highlights);
    }

    private boolean isDark() { return page != null && Paper.isDark(page.ground()); }

    private void dirtyAll() {
        if (page == null) return;
        tiles.update(content());
        tiles.soil(EVERYTHING);
        repaint();
    }

    private void repaint() {
        if (showing.getValue()) frames.start();
    }

    /// One frame's share of the work.
    void frame(long nowNs) {
        if (wishing && !tiles.isZooming(nowNs)) wish();
        boolean more = showing.getValue() && tiles.paint(budget.next(nowNs, toolbox.isInHand()), nowNs);
        boolean fading = pointers.fade(nowMs());
        if (more || fading) return;
        frames.stop();
        budget.rest();
    }

    private void schedule() {
        long inMs = model.nextTickMs();
        if (inMs == Long.MAX_VALUE) {
            tick.stop();
            return;
        }
        tick.setDuration(Duration.millis(Math.max(1, inMs)));
        tick.playFromStart();
    }

    /// Takes it off the model, which lives on.
    public void close() {
        watched.unsubscribe();
        frames.stop();
        tick.stop();
        pagePictures.want(this, List.of());
        reader.close();
    }

    private static long nowMs() { return System.nanoTime() / 1_000_000; }
}
