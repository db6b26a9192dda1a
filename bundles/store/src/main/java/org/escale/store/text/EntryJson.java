package org.escale.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.StringJoiner;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Word;

/**
 * The body of a journal entry: its written words in order, and what it removed. Of words that are
 * to be forgotten ({@link Kinds#forgets}) only the name stands there.
 */
public final class EntryJson {

  /** One written word as it stands in an entry; without JSON where it is to be forgotten. */
  public record Line(Class<? extends Word> kind, String id, long revision, String body) {}

  /** Receives what an entry holds. */
  public interface Sink {
    /** A word as written. */
    void written(Word word, long revision);

    /** A word that only its name is known of; look at it as it is now. */
    void named(Class<? extends Word> kind, String id);

    /** A removed word. */
    void removed(Class<? extends Word> kind, Id id);
  }

  private final WordJson json;

  /** With the JSON of words. */
  public EntryJson(WordJson json) {
    this.json = json;
  }

  /** The body. */
  public String write(List<Line> written, List<Entry.Gone> removed) {
    var lines = new StringJoiner(",", "{\"written\":[", "]");
    for (var line : written) {
      var head = "{\"kind\":\"" + Kinds.name(line.kind()) + "\",\"revision\":" + line.revision();
      lines.add(
          Kinds.forgets(line.kind())
              ? head + ",\"id\":\"" + line.id() + "\"}"
              : head + ",\"word\":" + line.body() + "}");
    }
    var gone = new StringJoiner(",", ",\"removed\":[", "]}");
    for (var one : removed) {
      gone.add(
          "{\"kind\":\""
              + Kinds.name(one.kind())
              + "\",\"id\":"
              + json.write(one.id())
              + ",\"type\":\""
              + one.id().getClass().getName()
              + "\"}");
    }
    return lines.toString() + gone;
  }

  /** Reads a body; kinds that this version does not know are passed over. */
  public void read(String body, Sink sink) {
    var tree = json.tree(body);
    for (var line : tree.get("written")) {
      Kinds.of(line.get("kind").asText()).ifPresent(kind -> written(kind, line, sink));
    }
    for (var line : tree.get("removed")) {
      Kinds.of(line.get("kind").asText()).ifPresent(kind -> sink.removed(kind, id(kind, line)));
    }
  }

  private void written(Class<? extends Word> kind, JsonNode line, Sink sink) {
    if (line.has("word")) {
      sink.written(json.read(kind, line.get("word")), line.get("revision").asLong());
    } else {
      sink.named(kind, line.get("id").asText());
    }
  }

  private static Id id(Class<? extends Word> kind, JsonNode line) {
    try {
      return Class.forName(line.get("type").asText(), true, kind.getClassLoader())
          .asSubclass(Id.class)
          .getConstructor(String.class)
          .newInstance(line.get("id").asText());
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot be read as an id of " + kind, e);
    }
  }
}
