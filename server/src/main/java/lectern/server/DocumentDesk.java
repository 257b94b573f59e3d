package lectern.server;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.classroom.Room;
import lectern.materials.Found;
import lectern.materials.Image;
import lectern.materials.Outcome;
import lectern.materials.PageContents;
import lectern.materials.Refusal;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.material.Hit;
import lectern.protocol.material.Tiling;
import lectern.server.Documents.Place;

/// `/document/<sha256>…` and `/search`: what documents have on their pages.
final class DocumentDesk implements Desk {
    static final String PATH = "/document/";
    static final String SEARCH = "/search";
    private static final Pattern OUTLINE = Pattern.compile("/document/([0-9a-f]{64})");
    private static final Pattern PDF = Pattern.compile("/document/([0-9a-f]{64})/pdf");
    private static final Pattern TEXT = Pattern.compile("/document/([0-9a-f]{64})/(\\d{1,6})/text");
    private static final Pattern PICTURE = Pattern
            .compile("/document/([0-9a-f]{64})/(\\d{1,6})/(-?\\d)(?:/(\\d{1,4})-(\\d{1,4}))?");
    private static final int QUERY_CHARS = 200;
    private static final int MOST_HITS = 300;
    /// What it is made of never changes, so neither does it.
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";
    private static final String JSON = "application/json";
    private static final Page BUSY = Page
            .busy("You are waiting for much already. Wait for some of it.");

    private final Mailbox room;
    private final Documents documents;

    DocumentDesk(Mailbox room, Documents documents) {
        this.room = room;
        this.documents = documents;
    }

    @Override
    public boolean serves(String uri) {
        return uri.startsWith(PATH) || uri.equals(SEARCH) || uri.startsWith(SEARCH + '?');
    }

    @Override
    public Errand<Reply> handle(Asked asked) {
        if (!asked.method().equals("GET"))
            return Desk.say(Page.empty(405, Map.of("Allow", "GET")));
        if (asked.uri().startsWith(SEARCH)) return search(asked);
        Matcher outline = OUTLINE.matcher(asked.uri());
        if (outline.matches()) return outline(asked, new AssetId(outline.group(1)));
        Matcher pdf = PDF.matcher(asked.uri());
        if (pdf.matches()) return pdf(asked, new AssetId(pdf.group(1)));
        Matcher text = TEXT.matcher(asked.uri());
        if (text.matches()) return text(asked, new AssetId(text.group(1)), Integer.parseInt(text.group(2)));
        Matcher picture = PICTURE.matcher(asked.uri());
        if (!picture.matches()) return Desk.say(AssetDesk.NOT_THERE);
        boolean isTile = picture.group(4) != null;
        return picture(asked, new Place(new AssetId(picture.group(1)), Integer.parseInt(picture.group(2)),
                Integer.parseInt(picture.group(3)), isTile ? Integer.parseInt(picture.group(4)) : -1,
                isTile ? Integer.parseInt(picture.group(5)) : -1));
    }

    private enum May {
        NOT_HERE, NO, YES
    }

    /// Asks the room first; who may has a place among those who wait until they are answered.
    private Errand<Reply> allowed(Asked asked, Function<Room, Boolean> may, Consumer<Errand<Reply>> then) {
        var errand = new Errand<Reply>();
        ParticipantId who = asked.who();
        errand.await(room.ask(it -> !it.isHere(who) ? May.NOT_HERE : may.apply(it) ? May.YES : May.NO), answer -> {
            if (answer == May.NOT_HERE) errand.complete(new Say(AssetDesk.NOT_HERE));
            else if (answer == May.NO) errand.complete(new Say(AssetDesk.NOT_THERE));
            else if (!documents.mayWait(who)) errand.complete(new Say(BUSY));
            else {
                errand.whenComplete((_, _) -> documents.answered(who));
                then.accept(errand);
            }
        });
        return errand;
    }

    private static boolean sees(Room room, ParticipantId who, AssetId document, int number) {
        if (room.mayModerate(who)) return true;
        var ground = new Ground.Document(document, number);
        return room.documentPages(who).stream().anyMatch(page -> page.ground().equals(ground));
    }

    private Errand<Reply> outline(Asked asked, AssetId document) {
        return allowed(asked, it -> it.mayModerate(asked.who()),
                errand -> errand.complete(new Lines("application/x-ndjson", say -> {
                    documents.waits(asked.who());
                    var last = new Errand<String>();
                    last.whenComplete((_, _) -> documents.answered(asked.who()));
                    last.await(documents.open(document, progress -> say.accept(Json.write(Reports.reading(progress)))),
                            outcome -> last.complete(Json.write(Reports.outcome(outcome))));
                    return last;
                })));
    }

    /// The one that was made of a deck isn't the same when it is made again.
    private Errand<Reply> pdf(Asked asked, AssetId document) {
        return allowed(asked, it -> it.mayModerate(asked.who()),
                errand -> errand.await(documents.pdf(document), outcome -> errand.complete(switch (outcome) {
                    case Outcome.Done<Path>(var file) -> send(asked, document, file);
                    case Outcome.Refused<Path>(var why) -> new Say(refused(why));
                })));
    }

    private static Reply send(Asked asked, AssetId document, Path file) {
        try {
            String etag = '"' + document.value().substring(0, 32) + ".pdf." + Files.size(file) + '.'
                    + Files.getLastModifiedTime(file).toMillis() + '"';
            return AssetDesk.send(asked.headers(), etag, "private, no-cache", file);
        } catch (IOException gone) {
            return new Say(refused(Refusal.STOPPED));
        }
    }

    private Errand<Reply> picture(Asked asked, Place place) {
        String etag = '"' + place.document().value().substring(0, 32) + '.' + place.number() + '.' + place.level()
                + (place.isWhole() ? "" : "." + place.column() + '-' + place.row()) + '"';
        var headers = Map.of("ETag", etag, "Cache-Control", IMMUTABLE);
        return allowed(asked, it -> sees(it, asked.who(), place.document(), place.number()), errand -> {
            if (place.level() < Tiling.MIN_LEVEL
                    || place.level() > Tiling.MAX_LEVEL)
                errand.complete(new Say(AssetDesk.NOT_THERE));
            else
                if (AssetDesk.isKnown(asked.headers(), etag))
                    errand.complete(new Say(Page.empty(304, headers)));
            else
                    errand.await(documents.picture(place), outcome -> errand.complete(new Say(switch (outcome) {
                        case Outcome.Done<Image>(var image) -> new Page(200,
                                image.bytes()[0] == (byte) 0xff ? "image/jpeg" : "image/png", image.bytes(), headers);
                        case Outcome.Refused<Image>(var why) -> refused(why);
                    })));
        });
    }

    private Errand<Reply> text(Asked asked, AssetId document, int number) {
        return allowed(asked, it -> sees(it, asked.who(), document, number),
                errand -> errand.await(documents.text(document, number),
                        outcome -> errand.complete(new Say(switch (outcome) {
                            case Outcome.Done<PageContents>(var contents) ->
                                json(Json.write(Reports.text(contents)), IMMUTABLE);
                            case Outcome.Refused<PageContents>(var why) -> refused(why);
                        }))));
    }

    private static Page json(String json, String cached) {
        return new Page(200, JSON, json.getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", cached));
    }

    private static Page refused(Refusal why) {
        return switch (why) {
            case NOT_THERE -> AssetDesk.NOT_THERE;
            case STOPPED -> Page.text(503, why.words());
            default -> Page.text(422, why.words());
        };
    }

    private Errand<Reply> search(Asked asked) {
        String query;
        try {
            query = new QueryStringDecoder(asked.uri()).parameters().getOrDefault("q", List.of("")).getFirst().strip();
        } catch (IllegalArgumentException malformed) {
            return Desk.say(Page.text(400, "This isn't a path."));
        }
        if (query.isEmpty() || query.length() > QUERY_CHARS)
            return Desk.say(Page.text(400, "q: 1 to " + QUERY_CHARS + " characters to search for."));
        var seen = new AtomicReference<List<lectern.protocol.board.Page>>(List.of());
        return allowed(asked, it -> {
            seen.set(it.documentPages(asked.who()));
            return true;
        }, errand -> {
            var search = new Search(errand, query, seen.get());
            search.next();
        });
    }

    /// One document after the other; hits in the board's order.
    private final class Search {
        private final Errand<Reply> errand;
        private final String query;
        private final List<lectern.protocol.board.Page> pages;
        private final Map<AssetId, List<Integer>> open = new LinkedHashMap<>();
        private final Map<Ground.Document, Found> found = new HashMap<>();

        Search(Errand<Reply> errand, String query, List<lectern.protocol.board.Page> pages) {
            this.errand = errand;
            this.query = query;
            this.pages = pages;
            for (lectern.protocol.board.Page page : pages)
                if (page.ground() instanceof Ground.Document(var document, var number))
                    open.computeIfAbsent(document, _ -> new ArrayList<>()).add(number);
        }

        void next() {
            if (open.isEmpty() || found.size() >= MOST_HITS) {
                errand.complete(new Say(json(Json.write(hits()), "no-store")));
                return;
            }
            AssetId document = open.keySet().iterator().next();
            errand.await(documents.search(document, query, open.remove(document)), outcome -> {
                if (outcome instanceof Outcome.Done<List<Found>>(var here)) // a document that can't be read has nothing
                    for (Found it : here) found.put(new Ground.Document(document, it.page()), it);
                next();
            });
        }

        private List<Hit> hits() {
            return pages.stream().filter(page -> found.containsKey((Ground.Document) page.ground()))
                    .limit(MOST_HITS).map(page -> Reports.hit(page.id(), found.get((Ground.Document) page.ground())))
                    .toList();
        }
    }
}
