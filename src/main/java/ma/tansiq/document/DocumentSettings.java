package ma.tansiq.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what people may store.
 *
 * @param maximumSize of one file
 * @param maximumUnpackedSize of all that an office document or spreadsheet contains, unpacked
 * @param maximumPixels width times height of an image
 */
@ConfigurationProperties("tansiq.document")
record DocumentSettings(
        @DefaultValue("20MB") DataSize maximumSize,
        @DefaultValue("200MB") DataSize maximumUnpackedSize,
        @DefaultValue("100000000") long maximumPixels) {}
