package lectern.resources;

import java.util.List;

/// Something to tell a person, in no language yet: a key of `words_*.properties` and what fills its gaps. Models hold
/// phrases, so what is on the screen changes its language with everything else.
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        if (key.isBlank()) throw new IllegalArgumentException("a phrase needs a key");
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) { return new Phrase(key, List.of(arguments)); }

    /// Words that came from elsewhere (a server's refusal, a driver's message) and stay as they are.
    public static Phrase said(String text) { return of("phrase.said", text); }
}
