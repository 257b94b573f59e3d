package lectern.materials;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/// A file with pages that is open, in the child. Pages are counted from 0.
sealed interface PageFile extends AutoCloseable permits PdfFile, SvgFile {
    /// @param folder for what doesn't fit the memory
    static PageFile open(File file, Limits limits, Path folder, long diskBytes) throws IOException, RefusedException {
        return FileKind.of(file) == FileKind.SVG
                ? SvgFile.open(file, limits)
                : PdfFile.open(file, limits, folder, diskBytes);
    }

    Document document();

    /// @param scale pixels per page unit
    Image picture(int number, double scale) throws IOException, RefusedException;

    /// At the right and lower edge, what is left of the page.
    Image tile(Request.PageTile tile) throws IOException, RefusedException;

    PageText text(int number) throws IOException, RefusedException;

    PageLinks links(int number) throws IOException, RefusedException;

    @Override
    void close() throws IOException;
}
