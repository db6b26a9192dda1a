package org.escale.core.billing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.core.plugins.Gates;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Guard.Place;
import org.escale.spi.document.InvoiceDocument;
import org.escale.spi.document.InvoiceRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What turns invoices into documents, each asked through its gate: 10 seconds, at most 20 MB. One
 * that fails costs the documents of its own media type (law E3). Safe for many threads.
 */
@Component(service = Documents.class)
public final class Documents {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int LARGEST = 20_000_000;

  private final Gates gates;
  private final List<Known> known = new CopyOnWriteArrayList<>();

  /** What a renderer said when it came. */
  private record Known(InvoiceRenderer renderer, Place place, String mediaType) {}

  /** Through those gates. */
  @Activate
  public Documents(@Reference Gates gates) {
    this.gates = gates;
  }

  /** The document; {@code NOT_FOUND} where nothing here makes that media type. */
  Outcome<byte[]> made(InvoiceDocument invoice, String mediaType) {
    return known.stream()
        .filter(one -> one.mediaType().equals(mediaType))
        .findFirst()
        .map(one -> gates.ask(one.place(), () -> one.renderer().render(invoice), Documents::sane))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** Something that makes documents comes; one that will not say which is left out. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addRenderer(InvoiceRenderer renderer) {
    var place = new Place(renderer.getClass().getName(), "document", LIMIT);
    var type = gates.ask(place, renderer::mediaType, said -> said.contains("/"));
    if (type instanceof Outcome.Done<String> said) {
      known.add(new Known(renderer, place, said.value()));
    }
  }

  /** It goes. */
  public void removeRenderer(InvoiceRenderer renderer) {
    known.removeIf(one -> one.renderer() == renderer);
  }

  private static boolean sane(byte[] document) {
    return document.length > 0 && document.length <= LARGEST;
  }
}
