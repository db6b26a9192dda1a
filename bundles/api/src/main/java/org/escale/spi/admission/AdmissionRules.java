package org.escale.spi.admission;

import java.util.List;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.terms.Rule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * May this centre join the network?
 *
 * <ol>
 *   <li>AD1 {@link #admit} is pure and names each criterion once, met or not, with its evidence.
 *   <li>AD2 A criterion that is not met says what would mend it.
 *   <li>AD3 The order of spaces and labels in the facts does not matter.
 * </ol>
 */
@ConsumerType
public interface AdmissionRules<T extends Record> extends Rule<T> {
  /** The verdict, criterion by criterion; the centre may join where none blocks. */
  List<Criterion> admit(T terms, CentreFacts facts);
}
