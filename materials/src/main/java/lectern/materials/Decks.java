package lectern.materials;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lectern.materials.Deck.Incomplete;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/// Makes PDFs of decks, in the child.
final class Decks {
    private static final long MEMORY_BYTES = 16 << 20;
    private static final List<COSName> LOOKS = List.of(COSName.CONTENTS, COSName.RESOURCES, COSName.MEDIA_BOX,
            COSName.CROP_BOX, COSName.ROTATE);

    private final Limits limits;
    private final Path folder;
    private final long diskBytes;
    private final Consumer<Progress> onProgress;

    Decks(Limits limits, Path folder, long diskBytes, Consumer<Progress> onProgress) {
        this.limits = limits;
        this.folder = folder;
        this.diskBytes = diskBytes;
        this.onProgress = onProgress;
    }

    Deck make(File file, File pdf) throws IOException, RefusedException {
        try (var document = new PDDocument(memory().streamCache); var deck = DeckFile.open(file, document, limits)) {
            Deck made = deck.draw(onProgress);
            document.getDocumentInformation().setTitle(made.title());
            document.save(pdf);
            return made;
        }
    }

    /// Where the two don't agree on how many slides there are, the deck stays as it is.
    Deck merge(Request.MergeDeck merge) throws IOException {
        Deck deck = merge.deck();
        try (var document = Loader.loadPDF(new File(merge.file()), memory().streamCache);
                var office = Loader.loadPDF(new File(merge.office()), memory().streamCache)) {
            var pages = deck.pages();
            int slides = pages.getLast().slide() + 1;
            Set<Integer> taken = office.getNumberOfPages() == slides ? taken(deck, merge.all()) : Set.of();
            var kept = new ArrayList<Deck.Page>();
            for (int i = pages.size() - 1; i >= 0; i--) {
                Deck.Page page = pages.get(i);
                if (!taken.contains(page.slide())) {
                    kept.addFirst(page);
                } else if (page.step() > 0) {
                    document.removePage(i);
                } else {
                    take(document.getPage(i), office.getPage(page.slide()));
                    kept.addFirst(page);
                }
            }
            document.save(new File(merge.pdf()));
            return new Deck(deck.title(), kept, deck.missingFonts(), left(deck.incomplete(), taken));
        }
    }

    private static Set<Integer> taken(Deck deck, boolean all) {
        Map<Integer, Integer> steps = new HashMap<>();
        for (Deck.Page page : deck.pages()) steps.merge(page.slide(), 1, Integer::sum);
        var taken = new HashSet<Integer>();
        if (all) steps.forEach((slide, count) -> {
            if (count == 1) taken.add(slide);
        });
        for (Incomplete slide : deck.incomplete()) if (slide.wantsOffice()) taken.add(slide.slide());
        return taken;
    }

    private static List<Incomplete> left(List<Incomplete> all, Set<Integer> taken) {
        var left = new ArrayList<Incomplete>();
        for (Incomplete slide : all) {
            var parts = slide.parts().stream().filter(part -> !taken.contains(slide.slide()) || part.isNobodys())
                    .toList();
            if (!parts.isEmpty()) left.add(new Incomplete(slide.slide(), parts));
        }
        return left;
    }

    /// The page itself stays, since links lead to it.
    private static void take(PDPage page, PDPage from) throws IOException {
        COSDictionary into = page.getCOSObject();
        for (COSName name : LOOKS) into.removeItem(name);
        into.setItem(COSName.CONTENTS, from.getCOSObject().getDictionaryObject(COSName.CONTENTS));
        page.setResources(from.getResources());
        page.setMediaBox(from.getMediaBox());
        page.setCropBox(from.getCropBox());
        page.setRotation(from.getRotation());
        var annotations = page.getAnnotations();
        if (!annotations.isEmpty()) return; // ours lead to slides as well
        for (var annotation : from.getAnnotations())
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI)
                annotations.add(link);
        page.setAnnotations(annotations);
    }

    private MemoryUsageSetting memory() {
        return MemoryUsageSetting.setupMixed(MEMORY_BYTES, MEMORY_BYTES + diskBytes).setTempDir(folder.toFile());
    }
}
