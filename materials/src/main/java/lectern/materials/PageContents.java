package lectern.materials;

import java.util.List;

/// What can be selected and clicked on a page.
public record PageContents(List<PageText.Word> words, List<PageLinks.Link> links) {
    public PageContents {
        words = List.copyOf(words);
        links = List.copyOf(links);
    }
}
