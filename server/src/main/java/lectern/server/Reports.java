package lectern.server;

import java.util.ArrayList;
import java.util.List;
import lectern.materials.Box;
import lectern.materials.Found;
import lectern.materials.Outcome;
import lectern.materials.PageContents;
import lectern.materials.PageLinks;
import lectern.materials.Progress;
import lectern.materials.Refusal;
import lectern.protocol.BoardLimits;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Hit;
import lectern.protocol.material.MaterialRefusal;
import lectern.protocol.material.Outline;
import lectern.protocol.material.OutlinePage;
import lectern.protocol.material.PageText;
import org.jspecify.annotations.Nullable;

/// What the reading process found, in the protocol's words and within its limits. It read what anybody may have written: what can't
/// be said is left out.
final class Reports {
    /// Of what is said at once; the protocol allows 4 MB of it in JSON.
    private static final int MOST_CHARS = 2 << 20;
    private static final int WORD_CHARS = 110; // with its place, in JSON
    private static final int LINK_CHARS = 140;
    private static final int MOST_PLACES = 50;
    private static final int TITLE_CHARS = 300;
    private static final int FONTS = 1_000;

    static DocumentReport reading(Progress progress) {
        int all = Math.clamp(progress.all(), 0, 1_000_000);
        return new DocumentReport.Reading(Math.clamp(progress.done(), 0, all), all);
    }

    static DocumentReport outcome(Outcome<lectern.materials.Outline> outcome) {
        return switch (outcome) {
            case Outcome.Done<lectern.materials.Outline>(var outline) -> ready(outline);
            case Outcome.Refused<lectern.materials.Outline>(var why) ->
                new DocumentReport.Refused(refusal(why), why.words());
        };
    }

    private static DocumentReport ready(lectern.materials.Outline outline) {
        int notesChars = Math.min(BoardLimits.TEXT_CHARS, MOST_CHARS / outline.pages().size());
        var pages = new ArrayList<OutlinePage>();
        for (var page : outline.pages())
            pages.add(
                    new OutlinePage(page.width(), page.height(), page.text(), page.slide(), page.step(), page.hidden(),
                            page.notes().isBlank() ? null : cut(page.notes(), notesChars)));
        try {
            return new DocumentReport.Ready(new Outline(cut(outline.title(), TITLE_CHARS), pages,
                    outline.missingFonts().stream().limit(FONTS).map(font -> cut(font, TITLE_CHARS)).toList(),
                    outline.incomplete()));
        } catch (ProtocolException strange) {
            return new DocumentReport.Refused(MaterialRefusal.BROKEN, Refusal.BROKEN.words());
        }
    }

    static MaterialRefusal refusal(Refusal why) {
        return switch (why) {
            case BROKEN -> MaterialRefusal.BROKEN;
            case ENCRYPTED -> MaterialRefusal.ENCRYPTED;
            case TOO_MANY_PAGES -> MaterialRefusal.TOO_MANY_PAGES;
            case PAGE_TOO_LARGE -> MaterialRefusal.PAGE_TOO_LARGE;
            case TOO_LARGE -> MaterialRefusal.TOO_LARGE;
            case UNPACKS_TOO_LARGE -> MaterialRefusal.UNPACKS_TOO_LARGE;
            case TOO_SLOW -> MaterialRefusal.TOO_SLOW;
            case TOO_MUCH_MEMORY -> MaterialRefusal.TOO_MUCH_MEMORY;
            case OTHER_KIND -> MaterialRefusal.OTHER_KIND;
            case NEEDS_OFFICE -> MaterialRefusal.NEEDS_OFFICE;
            case HEIC -> MaterialRefusal.HEIC;
            case EMPTY -> MaterialRefusal.EMPTY;
            case NOT_THERE -> MaterialRefusal.NOT_THERE;
            case STOPPED -> MaterialRefusal.FAILED;
        };
    }

    static PageText text(PageContents contents) {
        int chars = 0;
        var words = new ArrayList<PageText.Word>();
        for (var word : contents.words()) {
            Region place = region(word.box());
            chars += word.text().length() + WORD_CHARS;
            if (chars > MOST_CHARS) break;
            if (place != null) words.add(new PageText.Word(word.text(), place, word.lineEnd()));
        }
        var links = new ArrayList<PageText.Link>();
        for (var link : contents.links()) {
            PageText.Link said = link(link);
            if (said == null) continue;
            chars += LINK_CHARS + (said.address() == null ? 0 : said.address().length());
            if (chars > MOST_CHARS) break;
            links.add(said);
        }
        return new PageText(words, links);
    }

    private static PageText.@Nullable Link link(PageLinks.Link link) {
        Region place = region(link.box());
        if (place == null) return null;
        return switch (link.target()) {
            case PageLinks.ToPage(int number) -> new PageText.Link(place, number, null);
            case PageLinks.ToAddress(String address) ->
                address.length() <= 2_000 && address.matches("(?i)https?://.*")
                        ? new PageText.Link(place, null, address)
                        : null;
        };
    }

    static Hit hit(PageId page, Found found) {
        var places = new ArrayList<Region>();
        for (Box box : found.boxes()) {
            Region place = region(box);
            if (place != null && places.size() < MOST_PLACES) places.add(place);
        }
        return new Hit(page, List.copyOf(places), cut(found.around(), TITLE_CHARS));
    }

    /// To a hundredth of a unit, which nobody sees; null where that is no place on a page.
    private static @Nullable Region region(Box box) {
        try {
            return new Region(round(box.x()), round(box.y()), round(box.width()), round(box.height()));
        } catch (ProtocolException strange) {
            return null;
        }
    }

    private static double round(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static String cut(String text, int chars) {
        if (text.length() <= chars) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }

    private Reports() {}
}
