package lectern.print;

import java.awt.geom.AffineTransform;
import lectern.protocol.board.Look;

/// What a page is printed with. Places are in page units.
interface Brush {
    /// @param rgb 0xRRGGBB
    void fill(java.awt.Shape area, int rgb, double opacity);

    void stroke(java.awt.Shape line, double width, Look.Dash dash, int rgb, double opacity);

    /// Lines of text, hanging from (0, 0).
    ///
    /// @param place from the text's own coordinates to the page
    void text(TextLines text, AffineTransform place, int rgb, double opacity);

    /// A picture from (0, 0) to (width, height); a grey field where there is none of that name.
    void picture(Picture picture, double width, double height, AffineTransform place, double opacity);
}
