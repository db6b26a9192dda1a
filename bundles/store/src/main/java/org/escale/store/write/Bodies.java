package org.escale.store.write;

import java.util.IdentityHashMap;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.store.text.WordJson;
import org.escale.word.Word;

/** The JSON of a change's words, made by the thread that commits, not by the one that writes. */
final class Bodies {
  private final WordJson json;
  private final IdentityHashMap<Word, String> made = new IdentityHashMap<>();

  Bodies(WordJson json, Change change) {
    this.json = json;
    for (var write : change.writes()) {
      if (write instanceof Write.Put put) {
        made.put(put.word(), json.write(put.word()));
      } else if (write instanceof Write.Post post) {
        made.put(post.transaction(), json.write(post.transaction()));
      }
    }
  }

  WordJson json() {
    return json;
  }

  /** The JSON of a word, made before or now. */
  String of(Word word) {
    var body = made.get(word);
    return body == null ? json.write(word) : body;
  }
}
