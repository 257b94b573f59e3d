package lectern.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lectern.protocol.InvitationId;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// What the screen asks of the program. Called on the JavaFX thread; each call returns at once, and what comes of it
/// appears in the models. An impossible wish (no camera, a bad link) ends as words in a model, never as an exception.
public interface Classroom {
    /// Home to lobby, with a server of our own to be started in this process.
    void startClass(String title, String name);

    /// The lessons that were held here before.
    Lessons lessons();

    /// The materials on this machine.
    Library library();

    /// Home to lobby for a link; a link that can't be right ends in [HomeModel#joinProblem].
    void openLink(String link, String name);

    /// Lobby to class, under the name that then stands in [LobbyModel#name].
    void enter();

    /// Lobby back to home, also while entering is under way; and from the ended class back to home.
    void goHome();

    void chooseCamera(Choice camera);

    void chooseMicrophone(Choice microphone);

    void chooseSpeaker(Choice speaker);

    /// True turns echo and noise cancelling off, for instruments.
    void music(boolean on);

    void microphone(boolean on);

    void camera(boolean on);

    /// Opens the microphone as long as the key is held; does nothing when it is open anyway.
    void talkWhileHeld(boolean held);

    /// Asks for [DevicesModel#screens] to be read anew, thumbnails following as they come.
    void listScreens();

    /// The screens are no longer looked at: no more thumbnails.
    void stopListingScreens();

    void share(ScreenChoice screen);

    void stopSharing();

    /// What is on the screen now and how large, in physical pixels: the whole list each time, when it has changed and at
    /// most every 100 ms. Nothing else needs to be received.
    void watch(List<View> views);

    void leave();

    void endForAll();

    void removeParticipant(String id);

    /// Makes a new link for a role and revokes the old one.
    void replaceLink(Role role);

    /// Makes a link for one person, which appears in [ClassModel#personalLinks].
    ///
    /// @param name not blank, at most [lectern.protocol.Limits#NAME_CHARS]
    void invite(Role role, String name);

    /// Makes a personal link worthless; who came in by it stays.
    void revokeInvitation(InvitationId id);

    /// Tries the lost connection now instead of at the end of the pause.
    void retryNow();

    /// The files that boards show.
    BoardFiles files();

    /// Puts materials on the board, each of their pages as a page after that one. How far it is stands in
    /// [ClassModel#tasks]; how it ended in a toast.
    ///
    /// @param after null for the viewed page
    void importFiles(List<Path> files, @Nullable PageId after);

    default void importFiles(List<Path> files) { importFiles(files, null); }

    /// Opens a link of a document in the system's browser.
    ///
    /// @param address http or https
    void openAddress(String address);

    /// Puts materials on the board as they were prepared: their pages in order, but for those left out, some of them hidden.
    /// Progress and end as with [#importFiles].
    ///
    /// @param after the page they follow; null puts them first
    void importMaterials(List<Prepared> materials, @Nullable PageId after);

    /// Puts one page on the board, hidden, and gives each of these students a copy of their own.
    ///
    /// @param page of which all but one page is left out
    /// @param to   for whom; null is for every student, those who come later too
    void handOut(Prepared page, @Nullable Set<ParticipantId> to);

    /// Writes pages to a file, or to a folder when there are several and the format holds one each.
    void export(ExportFormat format, List<PageId> pages, Path target);
}
