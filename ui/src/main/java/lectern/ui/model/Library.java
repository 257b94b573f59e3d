package lectern.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// What can be done with the materials on this machine, which [LibraryModel] holds. Called on the JavaFX thread; each call
/// returns at once, and what doesn't work ends in [LibraryModel#problem]. Nothing is ever changed or deleted on disk.
public interface Library {
    /// From home to the library; [Classroom#goHome] is the way back.
    void open();

    /// Reads the folders anew: something may have changed while another program was in front.
    void refresh();

    void go(Place place);

    void addFolder(Path folder);

    /// Out of the library, not off the disk.
    void removeFolder(Path folder);

    /// In names at once and in texts as far as they are known; empty ends it.
    void search(String words);

    /// Whether the texts of files are read while nothing else is done.
    void pauseTexts(boolean paused);

    /// Looks into a file, unless that was done before and it hasn't changed. Cancelling takes the wish back; never fails.
    CompletableFuture<Preview> preview(Path file);

    /// One page as a small picture, PNG or JPEG.
    ///
    /// @param page from 0
    CompletableFuture<byte[]> picture(Path file, int page);

    // What is prepared for the class of [LibraryModel#room]

    /// @param index where in the list the first of them comes to stand; whatever is more than the list takes is left out
    void prepare(List<Path> files, int index);

    /// @param to where it stands afterwards
    void move(int from, int to);

    /// With other pages hidden or left out.
    void change(int index, Prepared next);

    void remove(Set<Integer> indices);

    /// The file was moved on disk: here and in every other list.
    void found(Path before, Path now);

    /// Takes back what was removed last.
    void undo();

    /// In the system's own window for files.
    void showInFolder(Path file);
}
