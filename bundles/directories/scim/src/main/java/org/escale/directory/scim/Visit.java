package org.escale.directory.scim;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.escale.directory.scim.Texts.Page;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.Wire;
import org.escale.libraries.wire.WireException;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.Reading;

/** Questions to one server, all within one deadline. For one thread. */
final class Visit {
  private static final int BUSY = 429;
  private static final int AWAY = 503;
  private static final int TRIES = 3;
  private final Wire wire;
  private final Entrance entrance;
  private final Patience patience;

  Visit(Wire wire, Entrance entrance) {
    this.wire = wire;
    this.entrance = entrance;
    this.patience = Patience.of(entrance.deadline());
  }

  /**
   * All of an endpoint that match, page by page. Pages are no snapshot: where somebody came or went
   * between two of them it is read again.
   */
  <T> List<T> all(String endpoint, String query, Class<? extends Page<T>> as)
      throws DirectoryException {
    for (int i = 0; i < TRIES; i++) {
      var all = once(endpoint, query, as);
      if (all.isPresent()) {
        return all.get();
      }
    }
    throw new DirectoryException(Trouble.UNAVAILABLE, "it changed while it was read");
  }

  private <T> Optional<List<T>> once(String endpoint, String query, Class<? extends Page<T>> as)
      throws DirectoryException {
    var all = new ArrayList<T>();
    int total = -1;
    do {
      var place = "startIndex=" + (all.size() + 1) + "&count=" + entrance.page();
      var page = Texts.read(asked(endpoint + "?" + place + query), as);
      if (page.totalResults() > Reading.MOST) {
        throw new DirectoryException(Trouble.FLOODED, "more than " + Reading.MOST + " entries");
      }
      if (total >= 0 && total != page.totalResults()) {
        return Optional.empty();
      }
      total = page.totalResults();
      all.addAll(page.items());
      if (page.items().isEmpty() && all.size() < total) {
        return Optional.empty();
      }
    } while (all.size() < total);
    return all.size() == total ? Optional.of(all) : Optional.empty();
  }

  /** A filter as a part of a question; nothing where it is empty. */
  static String filter(String filter) {
    return filter.isEmpty() ? "" : "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  private String asked(String path) throws DirectoryException {
    var address = URI.create(entrance.border().origin() + path);
    var ask =
        Ask.of("GET", address)
            .with("Accept", "application/scim+json, application/json")
            .with("Authorization", "Bearer " + entrance.token());
    var reply = sent(ask);
    while ((reply.status() == BUSY || reply.status() == AWAY) && later(reply)) {
      reply = sent(ask);
    }
    if (reply.status() == 200) {
      return reply.body();
    }
    throw trouble(reply.status());
  }

  private Reply sent(Ask ask) throws DirectoryException {
    try {
      return wire.send(ask, entrance.border(), patience);
    } catch (WireException none) {
      throw new DirectoryException(
          switch (none.fate()) {
            case FLOODED -> Trouble.FLOODED;
            case FORBIDDEN -> Trouble.DENIED;
            default -> Trouble.UNAVAILABLE;
          },
          none.getMessage());
    }
  }

  /** Waits as long as the server asks for; not where the deadline comes first. */
  private boolean later(Reply reply) throws DirectoryException {
    var asked = reply.header("Retry-After").filter(text -> text.matches("[0-9]{1,6}"));
    var pause = Duration.ofSeconds(asked.map(Long::valueOf).orElse(1L));
    if (pause.compareTo(patience.left()) >= 0) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DirectoryException(Trouble.UNAVAILABLE, "interrupted");
    }
  }

  private static DirectoryException trouble(int status) {
    if (status == 401 || status == 403) {
      return new DirectoryException(Trouble.DENIED, "it does not let us in: " + status);
    }
    return status == BUSY || status >= 500
        ? new DirectoryException(Trouble.UNAVAILABLE, "it answers " + status)
        : new DirectoryException(Trouble.GARBLED, "it answers " + status);
  }
}
