package lectern.app;

import java.util.concurrent.CompletionException;
import lectern.media.MediaException;
import lectern.protocol.Reason;
import lectern.resources.Phrase;
import lectern.signaling.Ending;
import lectern.signaling.Link;
import org.jspecify.annotations.Nullable;

/// What went wrong, as phrases for the screen: one sentence that a student understands.
final class Problems {
    /// Why nobody came in.
    static Phrase entering(Ending why, @Nullable Link link) {
        return switch (why) {
            case Ending.NotThisHost() -> Phrase.of("problem.link.stranger");
            case Ending.NoAnswer(var _) ->
                Phrase.of("problem.server.silent", link == null ? "?" : link.host() + ":" + link.port());
            case Ending.Said(Reason reason, String message) -> switch (reason) {
                case TOKEN_WRONG, MALFORMED -> Phrase.of("problem.link.unreadable");
                case TOKEN_EXPIRED -> Phrase.of("problem.link.expired");
                case TOKEN_REVOKED -> Phrase.of("problem.link.revoked");
                case ROOM_UNKNOWN -> Phrase.of("problem.link.nothing");
                case VERSION -> Phrase.of("problem.server.version");
                case ENDED -> Phrase.of("ended.by.teacher");
                case REMOVED -> Phrase.of("ended.removed");
                case ROOM_FULL, NOT_ALLOWED, OUT_OF_ORDER, TOO_MANY, MEDIA, REPLACED, SLOW, STOPPING, LEFT, INTERNAL ->
                    Phrase.of("problem.refused", message);
            };
        };
    }

    /// Why the class is over.
    static Phrase ended(Ending why) {
        return switch (why) {
            case Ending.NotThisHost() -> Phrase.of("problem.link.stranger");
            case Ending.NoAnswer(var _) -> Phrase.of("ended.line");
            case Ending.Said(Reason reason, String message) -> switch (reason) {
                case LEFT -> Phrase.of("ended.left");
                case ENDED -> Phrase.of("ended.by.teacher");
                case REMOVED -> Phrase.of("ended.removed");
                case REPLACED -> Phrase.of("ended.elsewhere");
                case TOKEN_WRONG, TOKEN_EXPIRED, TOKEN_REVOKED -> Phrase.of("ended.revoked");
                case ROOM_UNKNOWN -> Phrase.of("problem.link.nothing");
                case MALFORMED, VERSION, ROOM_FULL, NOT_ALLOWED, OUT_OF_ORDER, TOO_MANY, MEDIA, SLOW, STOPPING,
                        INTERNAL ->
                    Phrase.of("problem.refused", message);
            };
        };
    }

    static Phrase camera(Throwable trouble) {
        return switch (reason(trouble)) {
            case NOT_FOUND -> Phrase.of("problem.camera.none");
            case BUSY -> Phrase.of("problem.camera.busy");
            case NO_SOUND, UNSUPPORTED, CONNECTION -> Phrase.of("problem.camera.failed", Trouble.words(trouble));
        };
    }

    static Phrase microphone(Throwable trouble) {
        return switch (reason(trouble)) {
            case NOT_FOUND -> Phrase.of("problem.microphone.none");
            case NO_SOUND -> Phrase.of("problem.sound.none");
            case BUSY, UNSUPPORTED, CONNECTION -> Phrase.of("problem.microphone.failed", Trouble.words(trouble));
        };
    }

    private static MediaException.Reason reason(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException && trouble.getCause() != null
                ? trouble.getCause()
                : trouble;
        return cause instanceof MediaException media ? media.reason() : MediaException.Reason.UNSUPPORTED;
    }

    private Problems() {}
}
