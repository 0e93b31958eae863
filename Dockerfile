# An image of one side, from its jar: `mvn package`, then build with SIDE=command-side or SIDE=query-side.
FROM eclipse-temurin:25-jre

ARG SIDE
RUN useradd --system --create-home --home-dir /home/palabre palabre \
    && mkdir /home/palabre/data /home/palabre/files \
    && chown palabre:palabre /home/palabre/data /home/palabre/files
COPY ${SIDE}/target/palabre-${SIDE}-*-exec.jar /home/palabre/palabre.jar

USER palabre
WORKDIR /home/palabre
VOLUME /home/palabre/data
# what the compiler makes of Argon2 by itself takes twice as long in one start out of three
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "-XX:CompileCommand=quiet", \
    "-XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*", \
    "-Ddisable-axoniq-console-message=true", "-jar", "palabre.jar"]
