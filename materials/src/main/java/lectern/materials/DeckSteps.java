package lectern.materials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/// What is hidden at each step of a slide's animation: ECMA-376 part 1 §19.5, the main sequence. Each of its children that waits
/// without an end begins a step, by a click; what enters was hidden before it did, what leaves is hidden from then on. What
/// moves, grows or changes colour splits nothing.
final class DeckSteps {
    /// A teacher who clicks more often than this on one slide sees the last ones together.
    static final int MOST = 30;

    /// @param shape     its number on the slide
    /// @param paragraph of its text, or WHOLE
    record Target(int shape, int paragraph) {
        static final int WHOLE = -1;
    }

    private record Effect(Target target, boolean enters) {}

    /// At least one set; a slide without an animation has an empty one.
    static List<Set<Target>> of(SlideMarkup slide) {
        Element sequence = null;
        for (Element timing : slide.all("cTn"))
            if (timing.getAttribute("nodeType").equals("mainSeq")) sequence = timing;
        var groups = new ArrayList<List<Effect>>();
        groups.add(new ArrayList<>());
        if (sequence != null) {
            for (Element group : SlideMarkup.children(SlideMarkup.child(sequence, "childTnLst"))) {
                if (waits(group)) groups.add(new ArrayList<>());
                for (Element timing : SlideMarkup.all(group, "cTn")) groups.getLast().addAll(effects(timing));
            }
        }
        return states(groups);
    }

    private static List<Set<Target>> states(List<List<Effect>> groups) {
        Map<Target, Boolean> first = new HashMap<>();
        for (List<Effect> group : groups)
            for (Effect effect : group) first.putIfAbsent(effect.target(), effect.enters());
        Set<Target> hidden = new HashSet<>();
        first.forEach((target, enters) -> {
            if (enters) hidden.add(target);
        });
        var states = new ArrayList<Set<Target>>();
        for (List<Effect> group : groups) {
            for (Effect effect : group) {
                if (effect.enters()) hidden.remove(effect.target());
                else hidden.add(effect.target());
            }
            var state = Set.copyOf(hidden);
            if (!states.isEmpty() && states.getLast().equals(state)) continue;
            if (states.size() == MOST) states.removeLast();
            states.add(state);
        }
        return states;
    }

    private static boolean waits(Element group) {
        Element conditions = SlideMarkup.child(SlideMarkup.child(group, "cTn"), "stCondLst");
        var all = SlideMarkup.children(conditions);
        // One that begins with the slide names that as a second condition.
        return all.size() == 1 && all.getFirst().getAttribute("delay").equals("indefinite");
    }

    private static List<Effect> effects(Element timing) {
        String kind = timing.getAttribute("presetClass");
        if (!kind.equals("entr") && !kind.equals("exit")) return List.of();
        var effects = new ArrayList<Effect>();
        for (Element target : SlideMarkup.all(timing, "spTgt")) {
            Element part = SlideMarkup.children(target).stream().findFirst().orElse(null);
            String name = part == null ? "" : part.getLocalName();
            int shape = number(target.getAttribute("spid"), -1);
            if (shape < 0) continue;
            if (part == null) {
                effects.add(new Effect(new Target(shape, Target.WHOLE), kind.equals("entr")));
            } else if (name.equals("txEl")) {
                for (Element range : SlideMarkup.all(part, "pRg")) {
                    int from = number(range.getAttribute("st"), 0);
                    int to = Math.min(number(range.getAttribute("end"), from), from + 1_000);
                    for (int i = from; i <= to; i++)
                        effects.add(new Effect(new Target(shape, i), kind.equals("entr")));
                }
            } // parts of charts and letters alone stay as they are at the end
        }
        return effects;
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private DeckSteps() {}
}
