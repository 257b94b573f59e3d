package lectern.ui.model;

import lectern.resources.Phrase;

/// What the program may have to tell a person, each with what they can do about it. Here rather than where it happens,
/// so that a translator and a reader find them together, and a misspelt key doesn't compile.
public final class Notices {
    private Notices() {}

    // Home and lobby
    public static final Phrase LINK_UNREADABLE = Phrase.of("problem.link.unreadable");
    /// The fingerprint in the link isn't the server's.
    public static final Phrase LINK_OF_A_STRANGER = Phrase.of("problem.link.stranger");
    public static final Phrase LINK_EXPIRED = Phrase.of("problem.link.expired");
    public static final Phrase LINK_REVOKED = Phrase.of("problem.link.revoked");
    public static final Phrase LINK_TO_NOTHING = Phrase.of("problem.link.nothing");
    public static final Phrase APP_TOO_OLD = Phrase.of("problem.server.version");

    public static Phrase serverSilent(String host) { return Phrase.of("problem.server.silent", host); }

    /// The number as text, or it would be shown with a thousands separator.
    public static Phrase portTaken(int port) { return Phrase.of("problem.port.taken", Integer.toString(port)); }

    public static Phrase startFailed(String why) { return Phrase.of("problem.start.failed", why); }

    public static Phrase lessonFailed(String why) { return Phrase.of("problem.lesson.failed", why); }

    /// A refusal of the server, in its own words.
    public static Phrase refused(String why) { return Phrase.of("problem.refused", why); }

    // Devices
    public static final Phrase CAMERA_NONE = Phrase.of("problem.camera.none");
    public static final Phrase CAMERA_BUSY = Phrase.of("problem.camera.busy");
    public static final Phrase CAMERA_SILENT = Phrase.of("problem.camera.silent");
    public static final Phrase MICROPHONE_NONE = Phrase.of("problem.microphone.none");
    public static final Phrase SPEAKER_NONE = Phrase.of("problem.speaker.none");
    public static final Phrase SOUND_NONE = Phrase.of("problem.sound.none");

    public static Phrase cameraFailed(String why) { return Phrase.of("problem.camera.failed", why); }

    public static Phrase microphoneFailed(String why) { return Phrase.of("problem.microphone.failed", why); }

    public static Phrase shareImpossible(String why) { return Phrase.of("problem.share.impossible", why); }

    // The lesson's files
    public static final Phrase FILE_NOT_ALLOWED = Phrase.of("problem.file.not.allowed");
    public static final Phrase FILE_TOO_LARGE = Phrase.of("problem.file.large");
    public static final Phrase FILE_OTHER_KIND = Phrase.of("problem.file.kind");
    public static final Phrase FILE_BROKEN = Phrase.of("problem.file.broken");
    public static final Phrase FILE_ENCRYPTED = Phrase.of("problem.file.encrypted");
    public static final Phrase FILE_TOO_LONG = Phrase.of("problem.file.long");
    public static final Phrase FILE_EMPTY = Phrase.of("problem.file.empty");
    public static final Phrase FILE_PAGE_TOO_LARGE = Phrase.of("problem.file.page");
    public static final Phrase FILE_TOO_SLOW = Phrase.of("problem.file.slow");
    public static final Phrase FILE_TOO_HEAVY = Phrase.of("problem.file.heavy");
    public static final Phrase FILE_UNPACKS_TOO_LARGE = Phrase.of("problem.file.unpacked");
    public static final Phrase FILE_UNREADABLE_KIND = Phrase.of("problem.file.unreadable");
    public static final Phrase FILE_GONE = Phrase.of("problem.file.gone");
    /// The process that reads files ended over it.
    public static final Phrase FILE_NOT_READ = Phrase.of("problem.file.unread");
    /// LibreOffice is missing where the class's server runs.
    public static final Phrase FILE_NEEDS_OFFICE = Phrase.of("problem.file.office");
    public static final Phrase FILE_HEIC = Phrase.of("problem.file.heic");
    public static final Phrase BOARD_FULL = Phrase.of("problem.board.full");
    public static final Phrase FILE_NO_ANSWER = Phrase.of("problem.file.silent");

    // Why a class ended, for Connection.Ended
    public static final Phrase ENDED_BY_TEACHER = Phrase.of("ended.by.teacher");
    public static final Phrase ENDED_REMOVED = Phrase.of("ended.removed");
    public static final Phrase ENDED_LINK_REVOKED = Phrase.of("ended.revoked");
    public static final Phrase ENDED_LEFT = Phrase.of("ended.left");
    public static final Phrase ENDED_LINE_LOST = Phrase.of("ended.line");
    public static final Phrase ENDED_ELSEWHERE = Phrase.of("ended.elsewhere");

    // Toasts
    public static Toast joined(String name) { return info("toast.joined", name); }

    public static Toast left(String name) { return info("toast.left", name); }

    public static Toast sharing(String name) { return info("toast.sharing", name); }

    public static Toast backInClass() { return success("toast.back"); }

    public static Toast linkCopied() { return success("toast.copied"); }

    public static Toast addressCopied() { return success("toast.address.copied"); }

    public static Toast linkReplaced() { return success("toast.replaced"); }

    public static Toast deviceLost(String lost, String now) { return warning("toast.device.lost", lost, now); }

    public static Toast deviceGone(String lost) { return warning("toast.device.gone", lost); }

    public static Toast shareEnded() { return info("toast.share.ended"); }

    public static Toast lineWeak() { return warning("toast.fragile"); }

    public static Toast pageDeleted(Runnable undo) {
        return new Toast(Toast.Kind.INFO, Phrase.of("toast.page.deleted"),
                new Toast.Action(Phrase.of("toast.undo"), undo));
    }

    public static Toast pagesDeleted(int pages, Runnable undo) {
        return new Toast(Toast.Kind.INFO, Phrase.of("toast.pages.deleted", pages),
                new Toast.Action(Phrase.of("toast.undo"), undo));
    }

    public static Toast pageCleared(Runnable undo) {
        return new Toast(Toast.Kind.INFO, Phrase.of("toast.page.cleared"),
                new Toast.Action(Phrase.of("toast.undo"), undo));
    }

    /// An import is done.
    public static Toast imported(int pages) {
        return new Toast(Toast.Kind.SUCCESS, Phrase.of("toast.imported", pages));
    }

    /// An export is done; `openFolder` shows where it lies.
    public static Toast exported(String fileName, Runnable openFolder) {
        return new Toast(Toast.Kind.SUCCESS, Phrase.of("toast.exported", fileName),
                new Toast.Action(Phrase.of("toast.folder"), openFolder));
    }

    public static Toast importFailed(String fileName, String why) {
        return warning("problem.import.failed", fileName, why);
    }

    /// @param fonts names, for people
    public static Toast fontsMissing(String fileName, String fonts) {
        return warning("problem.import.fonts", fileName, fonts);
    }

    /// @param pages numbers, for people
    public static Toast pagesIncomplete(String fileName, String pages) {
        return warning("problem.import.incomplete", fileName, pages);
    }

    /// Some of them, and how many are left.
    public static Phrase andMore(String some, int more) {
        return Phrase.of("import.more", some, Integer.toString(more));
    }

    /// What a document's page is called; numbers from 1.
    public static Phrase pageTitle(String document, int number) {
        return Phrase.of("import.page", document, Integer.toString(number));
    }

    public static Phrase slideTitle(String deck, int slide) {
        return Phrase.of("import.slide", deck, Integer.toString(slide));
    }

    public static Phrase stepTitle(String deck, int slide, int step) {
        return Phrase.of("import.step", deck, Integer.toString(slide), Integer.toString(step));
    }

    // How far a task is
    public static final Phrase OPENING = Phrase.of("task.opening");

    public static Phrase sent(double megabytes, double of) {
        return Phrase.of("task.sent", tenths(megabytes), tenths(of));
    }

    public static Phrase pagesDone(int done, int all) {
        return Phrase.of("task.pages", Integer.toString(done), Integer.toString(all));
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return value >= 10 ? Long.toString(Math.round(value)) : tenths / 10 + "." + tenths % 10;
    }

    public static Phrase importing(String name) { return Phrase.of("task.importing", name); }

    public static Phrase exporting(String name) { return Phrase.of("task.exporting", name); }

    public static Toast exportFailed(String why) { return warning("problem.export.failed", why); }

    /// What was drawn was taken back, since the server didn't allow it.
    public static Toast drawingRefused(String why) { return warning("problem.drawing.refused", why); }

    /// A clip plays while our microphone is open.
    public static Toast clipEcho(Runnable mute) {
        return new Toast(Toast.Kind.INFO, Phrase.of("toast.clip.echo"),
                new Toast.Action(Phrase.of("toast.clip.mute"), mute));
    }

    public static Toast stillKept() { return success("toast.still"); }

    public static Toast collected() { return success("toast.collected"); }

    /// A refusal or failure during the class, in words.
    public static Toast warning(Phrase phrase) { return new Toast(Toast.Kind.WARNING, phrase); }

    private static Toast info(String key, Object... arguments) {
        return new Toast(Toast.Kind.INFO, Phrase.of(key, arguments));
    }

    private static Toast success(String key) { return new Toast(Toast.Kind.SUCCESS, Phrase.of(key)); }

    private static Toast warning(String key, Object... arguments) {
        return new Toast(Toast.Kind.WARNING, Phrase.of(key, arguments));
    }
}
