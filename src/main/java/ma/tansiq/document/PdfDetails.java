package ma.tansiq.document;

import java.time.Instant;

/**
 * What a PDF says about itself, in its properties and at the edge of every page.
 *
 * @param title in the language of the document
 * @param author the body that issues it
 * @param reference permanent reference of what it is about, {@code CP11-2026-03}
 * @param createdAt instant that the file bears; the same input with the same instant gives the same bytes
 */
public record PdfDetails(String title, String author, String reference, Instant createdAt) {}
