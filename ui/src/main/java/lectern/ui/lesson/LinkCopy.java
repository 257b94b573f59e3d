package lectern.ui.lesson;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lectern.ui.model.Notices;
import lectern.ui.part.Ui;

/// A link to the clipboard, and the word that it is there.
final class LinkCopy {
    private LinkCopy() {}

    static void copy(Ui ui, String link) {
        if (link.isEmpty()) return;
        var content = new ClipboardContent();
        content.putString(link);
        Clipboard.getSystemClipboard().setContent(content);
        ui.model.lesson.toasts.add(Notices.linkCopied());
    }
}
