package lectern.app;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Page;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.BoardOutput;
import org.jspecify.annotations.Nullable;

/// The whiteboard of somebody without a window, who has every page open that they may see. Owned by the class's thread;
/// time is given.
final class GuestBoard {
    private final String stamp;
    private final Consumer<BoardMessage> say;
    private @Nullable BoardClient client;

    /// @param stamp as [BoardClient] wants it
    GuestBoard(String stamp, Consumer<BoardMessage> say) {
        this.stamp = stamp;
        this.say = say;
    }

    void received(ServerMessage message, long nowMs) {
        if (message instanceof ServerMessage.Welcome welcome) welcomed(welcome);
        if (client == null) return;
        switch (message) {
            case BoardNews.ShowBoard board -> client.received(board);
            case BoardNews.PagePart part -> client.received(part);
            case BoardNews.Present present -> client.received(present, nowMs);
            case ServerMessage.Happened(var _, var _, var event) -> happened(event, client);
            case ServerMessage.Refused(var _, var text, var _, var number) -> {
                if (number != null) client.refused(number, text);
            }
            case ServerMessage.Welcome _,ServerMessage.Bye _,ServerMessage.Offer _,ServerMessage.Answer _,ServerMessage.Slots _,ServerMessage.Levels _,ServerMessage.Lines _,ServerMessage.Links _,ServerMessage.Invitations _,ServerMessage.Pong _ ->
                {
                }
        }
        client.tick(nowMs);
        settle(client);
    }

    void lost() { if (client != null) client.lost(); }

    /// Does or asks something, once we are in; what comes of it is said.
    <T> T with(Function<BoardClient, T> task) {
        if (client == null) throw new IllegalStateException("not in a class");
        T result = task.apply(client);
        settle(client);
        return result;
    }

    Report.Board counts() {
        return client == null
                ? Report.Board.NONE
                : Report.Board.of(client.pages().stream().map(Page::id).toList(), client::sheet);
    }

    private void welcomed(ServerMessage.Welcome welcome) {
        if (client == null || !welcome.resumed() || !welcome.self().equals(client.self()))
            client = new BoardClient(welcome.self(), welcome.role(), stamp);
    }

    private static void happened(RoomEvent event, BoardClient client) {
        switch (event) {
            case BoardEvent onBoard -> client.happened(onBoard);
            case RoomEvent.Away(var who) -> client.gone(who);
            case RoomEvent.Left(var who, var _) -> client.gone(who);
            case RoomEvent.Joined _,RoomEvent.Returned _,RoomEvent.TrackChanged _,RoomEvent.ClassStarted _,RoomEvent.LinkReplaced _,RoomEvent.Invited _,RoomEvent.InvitationRevoked _,RoomEvent.ClassEnded _ ->
                {
                }
        }
    }

    private void settle(BoardClient client) {
        boolean others = tell(client);
        if (!others) return;
        client.open(client.pages().stream().map(Page::id).limit(BoardLimits.OPEN_PAGES).collect(Collectors.toSet()));
        tell(client);
    }

    /// Whether the pages aren't the same any more.
    private boolean tell(BoardClient client) {
        boolean pagesChanged = false;
        for (var output : client.drain()) switch (output) {
            case BoardOutput.Say(var message) -> say.accept(message);
            case BoardOutput.PagesChanged _ -> pagesChanged = true;
            case BoardOutput.SheetEdited _,BoardOutput.SheetReplaced _,BoardOutput.PresenceChanged _,BoardOutput.EditRefused _ ->
                {
                }
        }
        return pagesChanged;
    }
}
