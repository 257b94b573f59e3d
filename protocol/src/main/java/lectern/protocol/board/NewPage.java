package lectern.protocol.board;

import lectern.protocol.BoardLimits;
import lectern.protocol.Check;

/// One of several pages that come at once.
///
/// @param title  empty when it has none
/// @param hidden whether it begins known to those who moderate alone
public record NewPage(String title, Ground ground, double width, double height, boolean hidden) {
    public NewPage {
        Check.present("title", title);
        Check.optional("title", title, BoardLimits.PAGE_TITLE_CHARS);
        Check.present("ground", ground);
        BoardLimits.range("width", width, 10, 20_000);
        BoardLimits.range("height", height, 10, 20_000);
    }
}
