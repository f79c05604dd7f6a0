package dev.tuff.syntax;

/**
 * The flags of {@code compile} that change how text is parsed.
 *
 * @param typeComments keep {@code # type:} comments in the tree ({@code PyCF_TYPE_COMMENTS})
 * @param allowIncompleteInput report a source that merely ends too early as such ({@code PyCF_ALLOW_INCOMPLETE_INPUT})
 * @param dontImplyDedent the end of the source does not close blocks in {@link Mode#SINGLE} ({@code PyCF_DONT_IMPLY_DEDENT})
 * @param barryAsFlufl {@code <>} is the inequality operator ({@code from __future__ import barry_as_FLUFL})
 * @param featureVersion the minor version whose grammar is accepted; {@link #LATEST} for all
 * @param maxIntDigits how many digits a decimal integer may have, 0 for any ({@code sys.set_int_max_str_digits})
 */
public record ParseOptions(
    boolean typeComments, boolean allowIncompleteInput, boolean dontImplyDedent, boolean barryAsFlufl, int featureVersion,
    int maxIntDigits) {
  public static final int LATEST = 14;
  public static final ParseOptions DEFAULT = new ParseOptions(false, false, false, false, LATEST, 4300);

  public ParseOptions withTypeComments(boolean on) {
    return new ParseOptions(on, allowIncompleteInput, dontImplyDedent, barryAsFlufl, featureVersion, maxIntDigits);
  }

  public ParseOptions withAllowIncompleteInput(boolean on) {
    return new ParseOptions(typeComments, on, dontImplyDedent, barryAsFlufl, featureVersion, maxIntDigits);
  }

  public ParseOptions withDontImplyDedent(boolean on) {
    return new ParseOptions(typeComments, allowIncompleteInput, on, barryAsFlufl, featureVersion, maxIntDigits);
  }

  public ParseOptions withBarryAsFlufl(boolean on) {
    return new ParseOptions(typeComments, allowIncompleteInput, dontImplyDedent, on, featureVersion, maxIntDigits);
  }

  public ParseOptions withFeatureVersion(int minor) {
    return new ParseOptions(typeComments, allowIncompleteInput, dontImplyDedent, barryAsFlufl, minor, maxIntDigits);
  }

  public ParseOptions withMaxIntDigits(int digits) {
    return new ParseOptions(typeComments, allowIncompleteInput, dontImplyDedent, barryAsFlufl, featureVersion, digits);
  }
}
