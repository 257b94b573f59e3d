package lectern.ui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.BoardOutput;
import lectern.whiteboard.Presences;
import lectern.whiteboard.Sheet;
import lectern.whiteboard.tool.Style;
import lectern.whiteboard.tool.ToolKind;
import org.jspecify.annotations.Nullable;

/// The whiteboard of the class we are in: what is on it, and which of it is on the screen. It keeps one [BoardClient],
/// feeds it what the program hears and what the person does, and says what comes of it by the `say` it was entered with.
/// JavaFX thread.
public final class BoardModel {
    /// By their order. Private pages are among them as far as they may be seen.
    public final ObservableList<Page> pages = FXCollections.observableArrayList();
    /// The page that the teacher turned to.
    public final ObjectProperty<@Nullable PageId> current = new SimpleObjectProperty<>();
    /// The page on this screen: the current one, as long as `following`.
    public final ObjectProperty<@Nullable Page> viewed = new SimpleObjectProperty<>();
    public final BooleanProperty following = new SimpleBooleanProperty(true);
    /// The part of the viewed page that the teacher shows; null when unknown or for those who moderate.
    public final ObjectProperty<@Nullable Region> teacherView = new SimpleObjectProperty<>();
    public final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.NOBODY);
    public final ObjectProperty<@Nullable HandOut> handOut = new SimpleObjectProperty<>();
    /// On the viewed page.
    public final BooleanProperty mayDraw = new SimpleBooleanProperty();
    public final BooleanProperty canUndo = new SimpleBooleanProperty();
    public final BooleanProperty canRedo = new SimpleBooleanProperty();
    /// Edits of ours that the server hasn't acknowledged.
    public final BooleanProperty unsaved = new SimpleBooleanProperty();

    public final ObjectProperty<ToolKind> tool = new SimpleObjectProperty<>(ToolKind.PEN);
    public final ObjectProperty<Style> style = new SimpleObjectProperty<>(Style.FIRST);
    /// Set by the surface.
    public final ObjectProperty<Set<ShapeId>> selection = new SimpleObjectProperty<>(Set.of());
    public final DoubleProperty zoom = new SimpleDoubleProperty(1);
    /// The newest refusal of an edit, in the server's words; the view takes it away when it was shown.
    public final ObjectProperty<@Nullable String> refused = new SimpleObjectProperty<>();

    private final LongSupplier nowMs;
    private final List<BoardListener> listeners = new ArrayList<>();
    private @Nullable BoardClient client;
    private Consumer<BoardMessage> say = _ -> {};
    private Role role = Role.WATCHER;
    private ParticipantId self = new ParticipantId("p0");
    private Set<PageId> alsoOpen = Set.of();
    private final List<Set<PageId>> held = new ArrayList<>();
    private Set<PageId> opened = Set.of();

    public BoardModel() { this(System::currentTimeMillis); }

    public BoardModel(LongSupplier nowMs) { this.nowMs = nowMs; }

    // From the program

    /// A class begins. After a lost line and a resume it isn't called again: then [#lost] and the next `board` suffice.
    ///
    /// @param stamp tells the ids of this run of the program from those of an earlier one: a few small letters and digits
    public void enter(ParticipantId self, Role role, String stamp, Consumer<BoardMessage> say) {
        reset();
        this.self = self;
        this.role = role;
        this.say = say;
        client = new BoardClient(self, role, stamp);
        settle();
    }

    public void received(BoardNews news) {
        if (client == null) return;
        switch (news) {
            case BoardNews.ShowBoard board -> client.received(board);
            case BoardNews.PagePart part -> client.received(part);
            case BoardNews.Present present -> client.received(present, nowMs.getAsLong());
        }
        settle();
    }

    public void happened(BoardEvent event) {
        if (client == null) return;
        client.happened(event);
        settle();
    }

    /// Somebody left or lost their line: what they had in hand is gone.
    public void gone(ParticipantId participant) {
        if (client == null) return;
        client.gone(participant);
        settle();
    }

    /// An edit was refused.
    public void refused(long number, String why) {
        if (client == null) return;
        client.refused(number, why);
        settle();
    }

    /// The line is lost; what is drawn meanwhile is kept and said after the next `board`.
    public void lost() {
        if (client == null) return;
        client.lost();
        settle();
    }

    public void reset() {
        client = null;
        alsoOpen = Set.of();
        held.clear();
        opened = Set.of();
        following.set(true);
        viewed.set(null);
        current.set(null);
        teacherView.set(null);
        pages.clear();
        selection.set(Set.of());
        drawing.set(Drawing.NOBODY);
        handOut.set(null);
        refused.set(null);
        settle();
    }

    // From the person

    public ParticipantId self() { return self; }

    public Role role() { return role; }

    public boolean moderates() { return role.mayModerate(); }

    /// What is about pages and rights goes straight to the server; what comes of it happens later.
    public void say(BoardMessage message) {
        if (client != null) say.accept(message);
    }

    /// Looks around: leaves the teacher's page and view.
    public void lookAt(PageId page) {
        following.set(page.equals(current.get()) && following.get());
        show(page);
    }

    /// Who moderates turns the class to a page.
    public void turnTo(PageId page) {
        following.set(true);
        show(page);
        say(new BoardMessage.TurnTo(page));
    }

    /// Back to the teacher's page and view.
    public void follow() {
        following.set(true);
        if (current.get() != null) show(current.get());
    }

    /// Pages that are shown besides the viewed one: all of them each time.
    public void alsoOpen(Set<PageId> pages) {
        alsoOpen = Set.copyOf(pages);
        settle();
    }

    /// Keeps pages open for some work, whatever is on the screen.
    ///
    /// @return ends it
    public Subscription hold(Set<PageId> pages) {
        var mine = Set.copyOf(pages);
        held.add(mine);
        settle();
        return () -> {
            held.removeIf(other -> other == mine);
            settle();
        };
    }

    public void edit(PageId page, List<Change> changes) { edit(page, changes, false); }

    /// @param sameStep is undone together with the edit before
    public void edit(PageId page, List<Change> changes, boolean sameStep) {
        if (client == null || changes.isEmpty()) return;
        client.edit(page, changes, sameStep);
        settle();
    }

    public void undo() {
        if (client == null || viewed.get() == null) return;
        client.undo(viewed.get().id());
        settle();
    }

    public void redo() {
        if (client == null || viewed.get() == null) return;
        client.redo(viewed.get().id());
        settle();
    }

    /// Takes back the newest thing that somebody did on the viewed page.
    public void undoBy(ParticipantId author) {
        if (client == null || viewed.get() == null) return;
        client.undoBy(viewed.get().id(), author);
        settle();
    }

    /// Empties the viewed page; one may undo it.
    public void clear() {
        var page = viewed.get();
        if (page == null) return;
        var ids = sheet(page.id()).shapes().stream().filter(shape -> mayChange(page.id(), shape)).map(Shape::id)
                .toList();
        var changes = new ArrayList<Change>();
        for (int from = 0; from < ids.size(); from += BoardLimits.IDS)
            changes.add(new Change.Delete(ids.subList(from, Math.min(ids.size(), from + BoardLimits.IDS))));
        edit(page.id(), changes);
    }

    public void present(Presence presence) {
        if (client == null) return;
        client.present(presence, nowMs.getAsLong());
        settle();
    }

    /// To be called at [#nextTickMs]: what waited is said, who fell silent is forgotten.
    public void tick() {
        if (client == null) return;
        client.tick(nowMs.getAsLong());
        settle();
    }

    /// How long until then, in milliseconds; [Long#MAX_VALUE] for never.
    public long nextTickMs() {
        long deadline = client == null ? Long.MAX_VALUE : client.nextDeadlineMs();
        return deadline == Long.MAX_VALUE ? deadline : Math.max(0, deadline - nowMs.getAsLong());
    }

    // Asked by what paints

    public Sheet sheet(PageId page) { return client == null ? new Sheet() : client.sheet(page); }

    public boolean mayChange(PageId page, Shape shape) { return client != null && client.mayChange(page, shape); }

    public boolean mayDraw(PageId page) { return client != null && client.mayDraw(page); }

    public ShapeId newId() {
        if (client == null) throw new IllegalStateException("not in a class");
        return client.newId();
    }

    /// Above every shape on the page.
    public double orderAboveAll(PageId page) { return client == null ? 0 : client.topOrder(page) + 1; }

    /// What others are doing on a page that is open.
    public List<Presences.Doing> presences(PageId page) { return client == null ? List.of() : client.presences(page); }

    /// Whether all that is on the page has come.
    public boolean isLoaded(PageId page) { return client != null && client.isLoaded(page); }

    /// @return how to take it off again
    public Subscription listen(BoardListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    // Within

    private void show(PageId id) {
        if (client == null) return;
        var page = client.page(id);
        if (page != null) view(page, client);
        settle();
    }

    private void view(@Nullable Page next, BoardClient client) {
        var before = viewed.get();
        boolean same = before != null && next != null && before.id().equals(next.id());
        if (!same) teacherView.set(null);
        viewed.set(next);
        if (!same && next != null) presenceChanged(next.id(), client);
    }

    private void settle() {
        if (client != null) {
            tell(client.drain(), client);
            open(client); // after what changed, since another page may be viewed now
            tell(client.drain(), client);
        }
        var page = viewed.get();
        mayDraw.set(client != null && page != null && client.mayDraw(page.id()));
        canUndo.set(client != null && page != null && client.canUndo(page.id()));
        canRedo.set(client != null && page != null && client.canRedo(page.id()));
        unsaved.set(client != null && client.pendingEdits() > 0);
    }

    private void tell(List<BoardOutput> outputs, BoardClient client) {
        for (var output : outputs) {
            switch (output) {
                case BoardOutput.Say(var message) -> say.accept(message);
                case BoardOutput.SheetEdited(var page, var edits) -> tell(listener -> listener.edited(page, edits));
                case BoardOutput.SheetReplaced(var page) -> tell(listener -> listener.replaced(page));
                case BoardOutput.PagesChanged _ -> pagesChanged(client);
                case BoardOutput.PresenceChanged(var page) -> presenceChanged(page, client);
                case BoardOutput.EditRefused(var why) -> refused.set(why);
            }
        }
    }

    private void tell(Consumer<BoardListener> news) { List.copyOf(listeners).forEach(news); }

    private void pagesChanged(BoardClient client) {
        var now = List.copyOf(client.pages());
        if (!now.equals(pages)) pages.setAll(now);
        current.set(client.current());
        drawing.set(client.drawing());
        handOut.set(client.handOut());
        var page = viewed.get();
        if (page != null && client.page(page.id()) == null) following.set(true); // it is gone, or nobody shows it any more
        var id = following.get() || page == null ? client.current() : page.id();
        view(id == null ? null : client.page(id), client);
    }

    private void presenceChanged(PageId page, BoardClient client) {
        var now = viewed.get();
        if (!moderates() && now != null && page.equals(now.id()))
            for (var doing : client.presences(page))
                if (doing.presence().view() != null) teacherView.set(doing.presence().view());
        tell(listener -> listener.presenceChanged(page));
    }

    private void open(BoardClient client) {
        var wanted = new HashSet<>(alsoOpen);
        held.forEach(wanted::addAll);
        wanted.removeIf(id -> client.page(id) == null);
        if (viewed.get() != null) wanted.add(viewed.get().id());
        if (wanted.equals(opened)) return;
        opened = Set.copyOf(wanted);
        client.open(opened);
    }
}
