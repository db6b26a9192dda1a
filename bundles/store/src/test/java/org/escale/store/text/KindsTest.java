package org.escale.store.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;
import org.junit.Test;

/** No class of words can be forgotten: every one of the api is in the list and comes back whole. */
public final class KindsTest {
  private final WordJson json = new WordJson();

  @Test
  public void everyWordOfTheApiIsInTheList() throws Exception {
    assertEquals(words(), new HashSet<>(Kinds.all()));
  }

  @Test
  public void everyWordComesBackWhole() throws Exception {
    for (var kind : words()) {
      for (int variant = 0; variant < 3; variant++) {
        var word = kind.cast(new AnyRecord(variant).make(kind));
        var text = json.write(word);
        assertEquals(text, word, json.read(kind, text));
        assertEquals("always the same text", text, json.write(json.read(kind, text)));
      }
    }
  }

  @Test
  public void unknownMembersAreIgnored() {
    var site = new AnyRecord(0).make(org.escale.federation.Site.class);
    var text = json.write(site).replaceFirst("\\{", "{\"later\":[{\"a\":1}],");
    assertEquals(site, json.read(org.escale.federation.Site.class, text));
  }

  @Test
  public void aStrangeWordIsRefused() {
    record Strange(org.escale.word.Id id, Set<Reader> readers) implements Word {}
    assertThrows(IllegalArgumentException.class, () -> Kinds.name(Strange.class));
    assertTrue(Kinds.of("Strange").isEmpty());
  }

  /** Every class of the api that is a word, found where the api was loaded from. */
  private static Set<Class<? extends Word>> words() throws Exception {
    var found = new HashSet<Class<? extends Word>>();
    var place = Word.class.getResource("Word.class").toURI();
    if (place.getScheme().equals("jar")) {
      try (var files = FileSystems.newFileSystem(jar(place), java.util.Map.of())) {
        collect(files.getPath("/"), found);
      }
    } else {
      collect(Path.of(place).getParent().getParent().getParent().getParent(), found);
    }
    assertTrue("found " + found.size(), found.size() > 20);
    return found;
  }

  private static URI jar(URI place) throws URISyntaxException {
    return new URI(place.toString().substring(0, place.toString().indexOf('!')));
  }

  private static void collect(Path root, Set<Class<? extends Word>> found) throws IOException {
    try (var paths = Files.walk(root)) {
      for (var path : paths.filter(p -> p.toString().endsWith(".class")).toList()) {
        var name = root.relativize(path).toString().replace('/', '.').replaceAll("\\.class$", "");
        if (name.startsWith("org.escale.")
            && !name.startsWith("org.escale.store.")
            && !name.startsWith("org.escale.tck.")
            && !name.endsWith("-info")) {
          var type = load(name);
          if (Word.class.isAssignableFrom(type) && type.isRecord()) {
            found.add(type.asSubclass(Word.class));
          }
        }
      }
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Word.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
