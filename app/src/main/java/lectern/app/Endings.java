package lectern.app;

import lectern.signaling.Ending;

/// Why a class is over, in English words for reports and the terminal.
final class Endings {
    static String words(Ending why) {
        return switch (why) {
            case Ending.Said(var reason, var message) -> message.isBlank() ? reason.name().toLowerCase() : message;
            case Ending.NotThisHost() -> "This link isn't this host's: the key that answers there isn't the link's.";
            case Ending.NoAnswer(var words) -> "Nobody answers there: " + words;
        };
    }

    private Endings() {}
}
