package lectern.app;

import java.util.concurrent.CompletionException;
import lectern.media.MediaException;
import lectern.protocol.Reason;
import lectern.resources.Phrase;
import lectern.signaling.Ending;
import lectern.signaling.Link;
import lectern.ui.model.Notices;
import org.jspecify.annotations.Nullable;

/// What went wrong, as phrases for the screen: one sentence that a student understands.
final class Problems {
    /// Why nobody came in.
    static Phrase entering(Ending why, @Nullable Link link) {
        return switch (why) {
            case Ending.NotThisHost() -> Notices.LINK_OF_A_STRANGER;
            case Ending.NoAnswer(var _) ->
                Notices.serverSilent(link == null ? "?" : link.host() + ":" + link.port());
            case Ending.Said(Reason reason, String message) -> switch (reason) {
                case TOKEN_WRONG, MALFORMED -> Notices.LINK_UNREADABLE;
                case TOKEN_EXPIRED -> Notices.LINK_EXPIRED;
                case TOKEN_REVOKED -> Notices.LINK_REVOKED;
                case ROOM_UNKNOWN -> Notices.LINK_TO_NOTHING;
                case VERSION -> Notices.APP_TOO_OLD;
                case ENDED -> Notices.ENDED_BY_TEACHER;
                case REMOVED -> Notices.ENDED_REMOVED;
                case ROOM_FULL, NOT_ALLOWED, OUT_OF_ORDER, TOO_MANY, MEDIA, REPLACED, SLOW, STOPPING, LEFT, INTERNAL ->
                    Notices.refused(message);
            };
        };
    }

    /// Why the class is over.
    static Phrase ended(Ending why) {
        return switch (why) {
            case Ending.NotThisHost() -> Notices.LINK_OF_A_STRANGER;
            case Ending.NoAnswer(var _) -> Notices.ENDED_LINE_LOST;
            case Ending.Said(Reason reason, String message) -> switch (reason) {
                case LEFT -> Notices.ENDED_LEFT;
                case ENDED -> Notices.ENDED_BY_TEACHER;
                case REMOVED -> Notices.ENDED_REMOVED;
                case REPLACED -> Notices.ENDED_ELSEWHERE;
                case TOKEN_WRONG, TOKEN_EXPIRED, TOKEN_REVOKED -> Notices.ENDED_LINK_REVOKED;
                case ROOM_UNKNOWN -> Notices.LINK_TO_NOTHING;
                case MALFORMED, VERSION, ROOM_FULL, NOT_ALLOWED, OUT_OF_ORDER, TOO_MANY, MEDIA, SLOW, STOPPING,
                        INTERNAL ->
                    Notices.refused(message);
            };
        };
    }

    static Phrase camera(Throwable trouble) {
        return switch (reason(trouble)) {
            case NOT_FOUND -> Notices.CAMERA_NONE;
            case BUSY -> Notices.CAMERA_BUSY;
            case SILENT -> Notices.CAMERA_SILENT;
            case NO_SOUND, UNSUPPORTED, CONNECTION -> Notices.cameraFailed(Trouble.words(trouble));
        };
    }

    static Phrase microphone(Throwable trouble) {
        return switch (reason(trouble)) {
            case NOT_FOUND -> Notices.MICROPHONE_NONE;
            case NO_SOUND -> Notices.SOUND_NONE;
            case BUSY, SILENT, UNSUPPORTED, CONNECTION -> Notices.microphoneFailed(Trouble.words(trouble));
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
