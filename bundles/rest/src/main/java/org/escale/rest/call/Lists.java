package org.escale.rest.call;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.escale.service.Events;
import org.escale.service.Lookup;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers lists, and things out of them. What a list filters by is said once, by {@link Does} on
 * its method: the published document and the query both read it there. Safe for many threads.
 */
@Component(service = Lists.class)
public final class Lists {
  private final Lookup lookup;
  private final Events events;

  /** With what reads, and what knows when things were written. */
  @Activate
  public Lists(@Reference Lookup lookup, @Reference Events events) {
    this.lookup = lookup;
    this.events = events;
  }

  /** The page that is asked for. */
  public <W extends Word> Response page(Call call, Class<W> kind, Function<? super W, ?> view) {
    return page(call, kind, Map.of(), view);
  }

  /** The page that is asked for, of those words that also have these keys. */
  public <W extends Word> Response page(
      Call call, Class<W> kind, Map<String, String> where, Function<? super W, ?> view) {
    return Answers.page(call.uri(), page(call, kind, query(call, where)), view);
  }

  /** One of them. */
  public <W extends Word> Response one(
      Call call, Class<W> kind, Id id, Function<? super W, ?> view) {
    return Answers.one(kept(call, kind, id), view);
  }

  /** One of them as kept. */
  public <W extends Word> Kept<W> kept(Call call, Class<W> kind, Id id) {
    return Call.done(lookup.get(call.caller(), kind, id));
  }

  /** All of them as kept, each once, whatever the limit; for lists that stay short. */
  public <W extends Word> List<Kept<W>> all(Call call, Class<W> kind, Map<String, String> where) {
    var asked = query(call, where);
    var query = new Query(asked.where(), asked.from(), asked.to(), asked.after(), Query.MOST);
    var all = new LinkedHashMap<Id, Kept<W>>();
    var page = page(call, kind, query);
    page.items().forEach(kept -> all.put(kept.word().id(), kept));
    while (page.next().isPresent()) {
      page = page(call, kind, query.after(page.next().getAsLong()));
      page.items().forEach(kept -> all.put(kept.word().id(), kept));
    }
    return List.copyOf(all.values());
  }

  /** What the request asks for: the filters of its method, times, place and limit. */
  public Query query(Call call, Map<String, String> where) {
    var params = call.params();
    var all = new HashMap<String, String>();
    for (var filter : does().filters()) {
      params.text(filter).ifPresent(value -> all.put(filter, value));
    }
    all.putAll(where);
    return params.page(all, params.instant("updatedSince").map(events::before).orElse(0L));
  }

  /** The page that is asked for, as kept. */
  public <W extends Word> Page<W> page(Call call, Class<W> kind) {
    return page(call, kind, query(call, Map.of()));
  }

  private <W extends Word> Page<W> page(Call call, Class<W> kind, Query query) {
    return Call.done(lookup.list(call.caller(), kind, query));
  }

  private static Does does() {
    return Optional.ofNullable(PhaseInterceptorChain.getCurrentMessage())
        .map(message -> message.getExchange().get(OperationResourceInfo.class))
        .map(method -> method.getAnnotatedMethod().getAnnotation(Does.class))
        .orElseThrow(() -> new IllegalStateException("a list is answered by a method"));
  }
}
