package lectern.ui.board;

import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import lectern.protocol.BoardMessage;
import lectern.ui.model.BoardModel;

/// Says many messages at a pace that the server takes from one client: 120 a second, and the person is drawing, too.
public final class Paced {
    private static final int AT_ONCE = 30;
    private static final Duration EVERY = Duration.millis(500);

    private Paced() {}

    /// The first of them at once. JavaFX thread.
    public static void say(BoardModel board, List<? extends BoardMessage> messages) {
        int some = Math.min(AT_ONCE, messages.size());
        messages.subList(0, some).forEach(board::say);
        if (some == messages.size()) return;
        var rest = List.copyOf(messages.subList(some, messages.size()));
        new Timeline(new KeyFrame(EVERY, _ -> say(board, rest))).play();
    }
}
