package org.escale.rest.call;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Word;

/** Makes answers: one thing with its entity tag, or a list with the way to its next page. */
public final class Answers {
  /** A list and where it goes on. */
  public record Many<T>(List<T> items, Optional<String> next) {
    /** Copies the items. */
    public Many {
      items = List.copyOf(items);
    }
  }

  private Answers() {}

  /** A thing as kept. */
  public static <W extends Word> Response one(Kept<W> kept, Function<? super W, ?> view) {
    return Response.ok(view.apply(kept.word())).tag(String.valueOf(kept.revision())).build();
  }

  /** A thing just made, at that path below the base. */
  public static <W extends Word> Response made(
      Kept<W> kept, Function<? super W, ?> view, String path) {
    return Response.status(Response.Status.CREATED)
        .location(URI.create(path.replace("#", "%23")))
        .tag(String.valueOf(kept.revision()))
        .entity(view.apply(kept.word()))
        .build();
  }

  /** A page of a list. */
  public static <W extends Word> Response page(
      UriInfo uri, Page<W> page, Function<? super W, ?> view) {
    return list(
        uri, page.items().stream().map(kept -> view.apply(kept.word())).toList(), page.next());
  }

  /** A whole list. */
  public static Response all(List<?> items) {
    return Response.ok(new Many<>(items, Optional.empty())).build();
  }

  /** Some items and the cursor of the next ones. */
  public static Response list(UriInfo uri, List<?> items, OptionalLong next) {
    if (next.isEmpty()) {
      return all(items);
    }
    var cursor = String.valueOf(next.getAsLong());
    var link = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    var query = Optional.ofNullable(link.getRawQuery()).map(q -> "?" + q).orElse("");
    return Response.ok(new Many<>(items, Optional.of(cursor)))
        .header("Link", "<" + link.getRawPath() + query + ">; rel=\"next\"")
        .build();
  }
}
